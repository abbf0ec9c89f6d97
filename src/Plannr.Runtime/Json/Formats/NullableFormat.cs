using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of a nullable struct.</summary>
internal sealed class NullableFormat<T>(JsonFormat<T> format) : JsonFormat<T?>
    where T : struct
{
    internal override bool Next(JsonReader reader) => format.Next(reader);

    internal override T? Read(JsonReader reader) => format.IsNull(reader) ? null : format.Read(reader);

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Null || format.Fits(json, conditions);

    internal override JObject Schema(SchemaDefinitions definitions) => format.Schema(definitions);

    internal override void Write(JsonWriteContext output, T? value) => format.Write(output, value.GetValueOrDefault());
}

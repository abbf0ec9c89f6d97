using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of a nullable class. It reads and writes like the format of the class; unions need to know that null is allowed.</summary>
internal sealed class NullableReferenceFormat<T>(JsonFormat<T> format) : JsonFormat<T?>
    where T : class
{
    internal override bool Next(JsonReader reader) => format.Next(reader);

    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override T? Read(JsonReader reader) => format.Read(reader);

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Null || format.Fits(json, conditions);

    internal override JObject Schema(SchemaDefinitions definitions) => format.Schema(definitions);

    internal override void Write(JsonWriteContext output, T? value) => format.WriteOrNull(output, value);
}

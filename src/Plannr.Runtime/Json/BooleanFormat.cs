using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>True and false.</summary>
internal sealed class BooleanFormat : JsonFormat<bool>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsBoolean();
        return reader.TokenType != JsonToken.None;
    }

    internal override bool Read(JsonReader reader) => reader.Value is bool value ? value : throw JsonMisfit.At(reader, "boolean");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Boolean && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("boolean");

    internal override void Write(JsonOutput output, bool value) => output.Writer.WriteValue(value);
}

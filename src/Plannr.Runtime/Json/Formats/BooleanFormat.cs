using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of booleans.</summary>
internal sealed class BooleanFormat : JsonFormat<bool>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsBoolean();
        return reader.TokenType != JsonToken.None;
    }

    internal override bool Read(JsonReader reader) => reader.Value is bool value ? value : throw JsonMismatch.At(reader, "boolean");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Boolean && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("boolean");

    internal override void Write(JsonWriteContext output, bool value) => output.Writer.WriteValue(value);
}

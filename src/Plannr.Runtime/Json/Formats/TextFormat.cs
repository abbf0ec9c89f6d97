using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of strings. Numbers and booleans are read as their JSON text.</summary>
internal sealed class TextFormat : JsonFormat<string>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsString();
        return reader.TokenType != JsonToken.None;
    }

    internal override string? Read(JsonReader reader) => (string?)reader.Value;

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.String && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("string");

    internal override void Write(JsonWriteContext output, string value) => output.Writer.WriteValue(value);
}

using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>Text. Numbers and booleans are read as the text that they are written with.</summary>
internal sealed class TextFormat : JsonFormat<string>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsString();
        return reader.TokenType != JsonToken.None;
    }

    internal override string? Read(JsonReader reader) => (string?)reader.Value;

    internal override void Write(JsonOutput output, string value) => output.Writer.WriteValue(value);
}

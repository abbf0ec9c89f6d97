using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of byte arrays, which are Base64 in JSON.</summary>
internal sealed class BytesFormat : JsonFormat<byte[]>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsBytes();
        return reader.TokenType != JsonToken.None;
    }

    internal override byte[]? Read(JsonReader reader) => (byte[]?)reader.Value;

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.String && IsBase64((string)json!) && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("string", "byte");

    internal override void Write(JsonWriteContext output, byte[] value) => output.Writer.WriteValue(value);

    // Newtonsoft.Json also reads a UUID as bytes, and ignores white space.
    private static bool IsBase64(string text)
    {
        try
        {
            return Convert.ToBase64String(Convert.FromBase64String(text)) == text;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Bytes, as Base64.</summary>
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

    internal override void Write(JsonOutput output, byte[] value) => output.Writer.WriteValue(value);

    // The reader takes the text of a UUID for one, and leaves white space out.
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

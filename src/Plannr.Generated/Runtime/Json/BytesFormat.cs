using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>Bytes, as Base64.</summary>
internal sealed class BytesFormat : JsonFormat<byte[]>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsBytes();
        return reader.TokenType != JsonToken.None;
    }

    internal override byte[]? Read(JsonReader reader) => (byte[]?)reader.Value;

    internal override void Write(JsonOutput output, byte[] value) => output.Writer.WriteValue(value);
}

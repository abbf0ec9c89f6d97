using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>Numbers that keep their decimal digits.</summary>
internal sealed class DecimalFormat : JsonFormat<decimal>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsDecimal();
        return reader.TokenType != JsonToken.None;
    }

    internal override decimal Read(JsonReader reader) => reader.Value is decimal value ? value : throw JsonMisfit.At(reader, "number");

    internal override void Write(JsonOutput output, decimal value) => output.Writer.WriteValue(value);
}

using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of decimals, which keep their digits.</summary>
internal sealed class DecimalFormat : JsonFormat<decimal>
{
    internal override bool Next(JsonReader reader)
    {
        reader.ReadAsDecimal();
        return reader.TokenType != JsonToken.None;
    }

    internal override decimal Read(JsonReader reader) => reader.Value is decimal value ? value : throw JsonMismatch.At(reader, "number");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type is JTokenType.Integer or JTokenType.Float && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("number");

    internal override void Write(JsonWriteContext output, decimal value) => output.Writer.WriteValue(value);
}

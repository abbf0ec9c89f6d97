using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of 32-bit floating-point numbers. More precise numbers are rounded.</summary>
internal sealed class SingleFormat(JsonFormat<double> format) : JsonFormat<float>
{
    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override float Read(JsonReader reader) => (float)format.Read(reader) is var number && !float.IsInfinity(number) ? number : throw JsonMismatch.At(reader, "32-bit number");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type is JTokenType.Integer or JTokenType.Float && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("number", "float");

    internal override void Write(JsonWriteContext output, float value)
        => output.Writer.WriteValue(float.IsNaN(value) || float.IsInfinity(value) ? throw new JsonSerializationException("JSON cannot represent NaN or infinity.") : value);
}

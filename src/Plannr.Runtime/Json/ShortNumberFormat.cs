using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Numbers with a fraction, of 32 bits; those of 64 bits are cut to them.</summary>
internal sealed class ShortNumberFormat(JsonFormat<double> format) : JsonFormat<float>
{
    internal override bool IsNull(JsonReader reader) => format.IsNull(reader);

    internal override float Read(JsonReader reader) => (float)format.Read(reader) is var number && !float.IsInfinity(number) ? number : throw JsonMisfit.At(reader, "number of 32 bits");

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type is JTokenType.Integer or JTokenType.Float && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("number", "float");

    internal override void Write(JsonOutput output, float value)
        => output.Writer.WriteValue(float.IsNaN(value) || float.IsInfinity(value) ? throw new JsonSerializationException("JSON has no number for it.") : value);
}

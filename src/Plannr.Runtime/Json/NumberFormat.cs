using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Numbers with a fraction, of 64 bits. Text that holds a number is read; where null is allowed, blank text reads as null. What is
/// no number, and the infinite, are not written: JSON has no words for them, and Newtonsoft would write text.
/// </summary>
internal sealed class NumberFormat : JsonFormat<double>
{
    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override double Read(JsonReader reader)
        => reader.Value switch
        {
            double value when !double.IsInfinity(value) => value,
            float value => value,
            long value => value,
            int value => value,
            ulong value => value,
            uint value => value,
            BigInteger value when !double.IsInfinity((double)value) => (double)value,
            // By way of its digits: the conversion from decimal may miss the nearest number.
            decimal value => double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) => value,
            _ => throw JsonMisfit.At(reader, "number"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type is JTokenType.Integer or JTokenType.Float && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("number", "double");

    internal override void Write(JsonOutput output, double value)
        => output.Writer.WriteValue(double.IsNaN(value) || double.IsInfinity(value) ? throw new JsonSerializationException("JSON has no number for it.") : value);
}

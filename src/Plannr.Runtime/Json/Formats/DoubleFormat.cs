using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// The format of 64-bit floating-point numbers. A string that contains a number is accepted. If null is allowed, a blank string is read
/// as null. NaN and infinity throw an exception, because JSON cannot represent them and Newtonsoft.Json would write strings.
/// </summary>
internal sealed class DoubleFormat : JsonFormat<double>
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
            // Converted through its text, because the direct conversion from decimal does not always return the nearest double.
            decimal value => double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
            string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) => value,
            _ => throw JsonMismatch.At(reader, "number"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type is JTokenType.Integer or JTokenType.Float && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("number", "double");

    internal override void Write(JsonWriteContext output, double value)
        => output.Writer.WriteValue(double.IsNaN(value) || double.IsInfinity(value) ? throw new JsonSerializationException("JSON cannot represent NaN or infinity.") : value);
}

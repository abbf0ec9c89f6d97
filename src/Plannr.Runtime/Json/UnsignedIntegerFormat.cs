using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Integers of 64 bits without a sign, read as those with one are.</summary>
internal sealed class UnsignedIntegerFormat : JsonFormat<ulong>
{
    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override ulong Read(JsonReader reader)
        => reader.Value switch
        {
            ulong value => value,
            uint value => value,
            long and >= 0 and var value => (ulong)value,
            int and >= 0 and var value => (ulong)value,
            BigInteger value when value >= ulong.MinValue && value <= ulong.MaxValue => (ulong)value,
            double and >= 0 and <= IntegerFormat.LargestExact and var value when value == Math.Truncate(value) => (ulong)value,
            decimal and >= 0 and <= ulong.MaxValue and var value when value == decimal.Truncate(value) => (ulong)value,
            string text when ulong.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw JsonMisfit.At(reader, "integer without a sign"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "uint64");

    internal override void Write(JsonOutput output, ulong value) => output.Writer.WriteValue(value);
}

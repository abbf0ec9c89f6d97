using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of unsigned 64-bit integers. It accepts the same JSON as the format of signed integers.</summary>
internal sealed class UInt64Format : JsonFormat<ulong>
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
            double and >= 0 and <= Int64Format.MaxExactInteger and var value when value == Math.Truncate(value) => (ulong)value,
            decimal and >= 0 and <= ulong.MaxValue and var value when value == decimal.Truncate(value) => (ulong)value,
            string text when ulong.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw JsonMismatch.At(reader, "unsigned integer"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "uint64");

    internal override void Write(JsonWriteContext output, ulong value) => output.Writer.WriteValue(value);
}

using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>
/// Integers of 64 bits. Newtonsoft would round a fraction away; it is refused. Text that holds an integer is read, as some
/// servers send one so; where null is allowed, blank text reads as null.
/// </summary>
internal sealed class IntegerFormat : JsonFormat<long>
{
    /// <summary>Beyond it, a double is not the number that the text was.</summary>
    internal const double LargestExact = 9_007_199_254_740_991;

    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override long Read(JsonReader reader)
        => reader.Value switch
        {
            long value => value,
            int value => value,
            // Of values that an application has put there.
            ulong and <= long.MaxValue and var value => (long)value,
            uint value => value,
            double value when value == Math.Truncate(value) && Math.Abs(value) <= LargestExact => (long)value,
            decimal and >= long.MinValue and <= long.MaxValue and var value when value == decimal.Truncate(value) => (long)value,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw JsonMisfit.At(reader, "integer"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "int64");

    internal override void Write(JsonOutput output, long value) => output.Writer.WriteValue(value);
}

using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// The format of 64-bit integers. A number with a fraction is an error, where Newtonsoft.Json would round it. A string that contains an
/// integer is accepted, because some servers send one. If null is allowed, a blank string is read as null.
/// </summary>
internal sealed class Int64Format : JsonFormat<long>
{
    /// <summary>The largest integer up to which a double represents every integer exactly.</summary>
    internal const double MaxExactInteger = 9_007_199_254_740_991;

    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override long Read(JsonReader reader)
        => reader.Value switch
        {
            long value => value,
            int value => value,
            // The reader of a JToken can also return types that an application has assigned.
            ulong and <= long.MaxValue and var value => (long)value,
            uint value => value,
            double value when value == Math.Truncate(value) && Math.Abs(value) <= MaxExactInteger => (long)value,
            decimal and >= long.MinValue and <= long.MaxValue and var value when value == decimal.Truncate(value) => (long)value,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw JsonMismatch.At(reader, "integer"),
        };

    internal override bool Fits(JToken json, UnionConditions conditions) => json.Type == JTokenType.Integer && conditions.AllowValue(json);

    internal override JObject Schema(SchemaDefinitions definitions) => SchemaDefinitions.Scalar("integer", "int64");

    internal override void Write(JsonWriteContext output, long value) => output.Writer.WriteValue(value);
}

using System.Globalization;
using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Integers of 64 bits. Newtonsoft would round a fraction away; it is refused. Text that holds an integer is read, as some
/// servers send one so; where null is allowed, blank text reads as null.
/// </summary>
internal sealed class IntegerFormat : JsonFormat<long>
{
    internal override bool IsNull(JsonReader reader) => reader.IsNullOrBlank();

    internal override long Read(JsonReader reader)
        => reader.Value switch
        {
            long value => value,
            int value => value,
            double value when value == Math.Truncate(value) && Math.Abs(value) < 1e18 => (long)value,
            decimal value when value == decimal.Truncate(value) && Math.Abs(value) <= long.MaxValue => (long)value,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw JsonMisfit.At(reader, "integer"),
        };

    internal override void Write(JsonOutput output, long value) => output.Writer.WriteValue(value);
}

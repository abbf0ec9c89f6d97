using System.Globalization;
using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>
/// Integers of 32 and 64 bits. Newtonsoft would round a fraction away; it is refused. Text that holds an integer is read, as
/// some servers send one so; where null is allowed, blank text reads as null.
/// </summary>
internal sealed class IntegerConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) is var type && (type == typeof(long) || type == typeof(int));

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        var nullable = Nullable.GetUnderlyingType(objectType);
        if (nullable is not null && (reader.TokenType == JsonToken.Null || (reader.Value is string blank && string.IsNullOrWhiteSpace(blank))))
        {
            return null;
        }

        var number = reader.Value switch
        {
            long value => value,
            int value => value,
            double value when value == Math.Truncate(value) && Math.Abs(value) < 1e18 => (long)value,
            decimal value when value == decimal.Truncate(value) && Math.Abs(value) <= long.MaxValue => (long)value,
            string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
            _ => throw JsonMisfit.At(reader, "integer"),
        };
        if ((nullable ?? objectType) == typeof(long))
        {
            return number;
        }

        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw JsonMisfit.At(reader, "integer of 32 bits");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => writer.WriteValue(value);
}

using System.Globalization;
using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>Reads and writes an enumeration by its value.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of its values: string, int or long.</typeparam>
public sealed class ExtensibleEnumConverter<TEnum, TValue> : JsonConverter
    where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
    where TValue : IConvertible
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(TEnum);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null && Nullable.GetUnderlyingType(objectType) is not null)
        {
            return null;
        }

        return reader.Value switch
        {
            TValue value => default(TEnum).Create(value),
            long number when typeof(TValue) == typeof(int) && number is >= int.MinValue and <= int.MaxValue
                => default(TEnum).Create((TValue)Convert.ChangeType(number, typeof(TValue), CultureInfo.InvariantCulture)),
            _ => throw JsonMisfit.At(reader, typeof(TValue) == typeof(string) ? "text" : "integer"),
        };
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
        => writer.WriteValue((object?)((IExtensibleEnumeration<TEnum, TValue>)value!).Value ?? throw new JsonSerializationException($"The {typeof(TEnum).Name} was never given a value."));
}

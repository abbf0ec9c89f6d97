#if NET
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Plannr.Runtime.Json;

/// <summary>Converts an enumeration to and from its value, for System.Text.Json. Supports dictionary keys.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of the values: string, int, long, uint or ulong.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SystemTextJsonEnumerationConverter<TEnum, TValue>() : SystemTextJsonConverter<TEnum>(JsonFormats.EnumerationOf<TEnum, TValue>())
    where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
    where TValue : IConvertible
{
    /// <inheritdoc/>
    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return default(TEnum).Create((TValue)Convert.ChangeType(reader.GetString()!, typeof(TValue), CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new JsonException("The key is not an integer, or is out of the range of the enumeration.");
        }
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options)
        => writer.WritePropertyName(value.Value?.ToString(CultureInfo.InvariantCulture) ?? throw new JsonException($"The {typeof(TEnum).Name} has no value."));
}
#endif

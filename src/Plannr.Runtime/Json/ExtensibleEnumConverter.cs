using System.ComponentModel;
using Newtonsoft.Json;
using Plannr.Runtime.Json.Formats;

namespace Plannr.Runtime.Json;

/// <summary>Converts an enumeration to and from its value, for the serializer of Newtonsoft.Json.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of the values: string, int, long, uint or ulong.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ExtensibleEnumConverter<TEnum, TValue> : JsonConverter
    where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
    where TValue : IConvertible
{
    private static readonly FormatConverter<TEnum> Converter = new(EnumerationFormat<TEnum, TValue>.Instance);

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => Converter.CanConvert(objectType);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        => Converter.ReadJson(reader, objectType, existingValue, serializer);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => Converter.WriteJson(writer, value, serializer);
}

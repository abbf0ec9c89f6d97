using System.Globalization;
using Newtonsoft.Json;

namespace Plannr.Generated.Runtime;

/// <summary>Values of an enumeration that the server may extend.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
/// <typeparam name="TValue">The type of its values: string, int or long.</typeparam>
internal sealed class EnumerationFormat<TEnum, TValue> : JsonFormat<TEnum>
    where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
    where TValue : IConvertible
{
    public static readonly EnumerationFormat<TEnum, TValue> Instance = new();

    internal override TEnum Read(JsonReader reader)
        => reader.Value switch
        {
            TValue value => default(TEnum).Create(value),
            long number when typeof(TValue) == typeof(int) && number is >= int.MinValue and <= int.MaxValue
                => default(TEnum).Create((TValue)Convert.ChangeType(number, typeof(TValue), CultureInfo.InvariantCulture)),
            _ => throw JsonMisfit.At(reader, typeof(TValue) == typeof(string) ? "text" : "integer"),
        };

    internal override void Write(JsonOutput output, TEnum value)
        => output.Writer.WriteValue((object?)value.Value ?? throw new JsonSerializationException($"The {typeof(TEnum).Name} was never given a value."));
}

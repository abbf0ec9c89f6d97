using Newtonsoft.Json.Linq;
using Plannr.Generated;
#if !NET
// As in the generated code: netstandard2.0 has no DateOnly.
using DateOnly = System.DateTime;
#endif

namespace Plannr.Runtime.Json;

/// <summary>How the types that a contract can have are read from JSON and written.</summary>
public static class JsonFormats
{
    /// <summary>Any JSON, as it is.</summary>
    public static JsonFormat<JToken> Any { get; } = new AnyFormat();

    /// <summary>Text; numbers and booleans are read as the text that they are written with.</summary>
    public static JsonFormat<string> Text { get; } = new TextFormat();

    /// <summary>UUIDs in their usual form, 8-4-4-4-12; blank text is null where null is allowed.</summary>
    public static JsonFormat<Guid> Uuid { get; } = new UuidFormat();

    /// <summary>Timestamps after RFC 3339, whose offset is required; blank text is null where null is allowed.</summary>
    public static JsonFormat<DateTimeOffset> Timestamp { get; } = new TimestampFormat();

    /// <summary>Dates after RFC 3339; blank text is null where null is allowed. On netstandard2.0, which has no DateOnly, a <see cref="DateTime"/>.</summary>
    public static JsonFormat<DateOnly> Date { get; } = new DateFormat();

    /// <summary>URLs; blank text, and what is no URL, is null.</summary>
    public static JsonFormat<Uri> Uri { get; } = new UriFormat();

    /// <summary>True and false.</summary>
    public static JsonFormat<bool> Boolean { get; } = new BooleanFormat();

    /// <summary>Integers of 64 bits, also as text; a fraction is refused.</summary>
    public static JsonFormat<long> Integer64 { get; } = new IntegerFormat();

    /// <summary>Integers of 32 bits, also as text; a fraction is refused.</summary>
    public static JsonFormat<int> Integer32 { get; } = new ShortIntegerFormat(Integer64);

    /// <summary>Integers of 64 bits without a sign, also as text; a fraction is refused.</summary>
    public static JsonFormat<ulong> UnsignedInteger64 { get; } = new UnsignedIntegerFormat();

    /// <summary>Integers of 32 bits without a sign, also as text; a fraction is refused.</summary>
    public static JsonFormat<uint> UnsignedInteger32 { get; } = new ShortUnsignedIntegerFormat(UnsignedInteger64);

    /// <summary>Numbers with a fraction, of 64 bits, also as text.</summary>
    public static JsonFormat<double> Number { get; } = new NumberFormat();

    /// <summary>Numbers with a fraction, of 32 bits, also as text.</summary>
    public static JsonFormat<float> Number32 { get; } = new ShortNumberFormat(Number);

    /// <summary>Numbers that keep their decimal digits.</summary>
    public static JsonFormat<decimal> DecimalNumber { get; } = new DecimalFormat();

    /// <summary>Bytes, as Base64.</summary>
    public static JsonFormat<byte[]> Bytes { get; } = new BytesFormat();

    /// <summary>Files, which only <c>multipart/form-data</c> carries.</summary>
    public static JsonFormat<ApiFile> File { get; } = new FileFormat();

    /// <summary>Objects of a class of the contract, or of the subtype that their discriminator names.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>Their format.</returns>
    public static JsonFormat<T> ObjectOf<T>()
        where T : ApiObject, new()
        => ObjectFormat<T>.Instance;

    /// <summary>Values of an enumeration that the server may extend.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <typeparam name="TValue">The type of its values: string, int, long, uint or ulong.</typeparam>
    /// <returns>Their format.</returns>
    public static JsonFormat<TEnum> EnumerationOf<TEnum, TValue>()
        where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
        where TValue : IConvertible
        => EnumerationFormat<TEnum, TValue>.Instance;

    /// <summary>Values that are one of several types.</summary>
    /// <typeparam name="T">The class that stands for all of them.</typeparam>
    /// <param name="create">Creates one from its JSON.</param>
    /// <returns>Their format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public static JsonFormat<T> UnionOf<T>(Func<JToken, T> create)
        where T : Union
        => new UnionFormat<T>(create ?? throw new ArgumentNullException(nameof(create)));

    /// <summary>Lists.</summary>
    /// <typeparam name="T">The type of their elements.</typeparam>
    /// <param name="format">How an element is read and written.</param>
    /// <returns>Their format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public static JsonFormat<IList<T>> ListOf<T>(JsonFormat<T> format)
        => new ListFormat<IList<T>, T>(format ?? throw new ArgumentNullException(nameof(format)));

    /// <summary>Lists of whatever kind, as a request has them.</summary>
    /// <typeparam name="T">The type of their elements.</typeparam>
    /// <param name="format">How an element is read and written.</param>
    /// <returns>Their format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public static JsonFormat<IEnumerable<T>> SequenceOf<T>(JsonFormat<T> format)
        => new ListFormat<IEnumerable<T>, T>(format ?? throw new ArgumentNullException(nameof(format)));

    /// <summary>Dictionaries.</summary>
    /// <typeparam name="T">The type of their values.</typeparam>
    /// <param name="format">How a value is read and written.</param>
    /// <returns>Their format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public static JsonFormat<IDictionary<string, T>> MapOf<T>(JsonFormat<T> format)
        => new MapFormat<T>(format ?? throw new ArgumentNullException(nameof(format)));
}

using Newtonsoft.Json.Linq;
using Plannr.Generated;
using Plannr.Runtime.Json.Formats;
#if !NET
// netstandard2.0 has no DateOnly. Generated code uses the same alias.
using DateOnly = System.DateTime;
#endif

namespace Plannr.Runtime.Json;

/// <summary>Provides the JSON formats of the types that a contract can contain.</summary>
public static class JsonFormats
{
    /// <summary>Gets the format of any JSON, which is kept unchanged.</summary>
    public static JsonFormat<JToken> Any { get; } = new AnyFormat();

    /// <summary>Gets the format of strings. Numbers and booleans are read as their JSON text.</summary>
    public static JsonFormat<string> Text { get; } = new TextFormat();

    /// <summary>Gets the format of UUIDs with hyphens (8-4-4-4-12). A blank string is read as null if null is allowed.</summary>
    public static JsonFormat<Guid> Uuid { get; } = new UuidFormat();

    /// <summary>Gets the format of RFC 3339 timestamps. The offset is required. A blank string is read as null if null is allowed.</summary>
    public static JsonFormat<DateTimeOffset> Timestamp { get; } = new TimestampFormat();

    /// <summary>Gets the format of RFC 3339 dates. A blank string is read as null if null is allowed. On netstandard2.0, which has no DateOnly, the type is <see cref="DateTime"/>.</summary>
    public static JsonFormat<DateOnly> Date { get; } = new DateFormat();

    /// <summary>Gets the format of URLs. A blank or malformed URL is read as null.</summary>
    public static JsonFormat<Uri> Uri { get; } = new UrlFormat();

    /// <summary>Gets the format of booleans.</summary>
    public static JsonFormat<bool> Boolean { get; } = new BooleanFormat();

    /// <summary>Gets the format of 64-bit integers, which JSON may also contain as a string. A fraction is an error.</summary>
    public static JsonFormat<long> Integer64 { get; } = new Int64Format();

    /// <summary>Gets the format of 32-bit integers, which JSON may also contain as a string. A fraction is an error.</summary>
    public static JsonFormat<int> Integer32 { get; } = new Int32Format(Integer64);

    /// <summary>Gets the format of unsigned 64-bit integers, which JSON may also contain as a string. A fraction is an error.</summary>
    public static JsonFormat<ulong> UnsignedInteger64 { get; } = new UInt64Format();

    /// <summary>Gets the format of unsigned 32-bit integers, which JSON may also contain as a string. A fraction is an error.</summary>
    public static JsonFormat<uint> UnsignedInteger32 { get; } = new UInt32Format(UnsignedInteger64);

    /// <summary>Gets the format of 64-bit floating-point numbers, which JSON may also contain as a string.</summary>
    public static JsonFormat<double> Number { get; } = new DoubleFormat();

    /// <summary>Gets the format of 32-bit floating-point numbers, which JSON may also contain as a string.</summary>
    public static JsonFormat<float> Number32 { get; } = new SingleFormat(Number);

    /// <summary>Gets the format of decimals, which keep their digits.</summary>
    public static JsonFormat<decimal> DecimalNumber { get; } = new DecimalFormat();

    /// <summary>Gets the format of byte arrays, which are Base64 in JSON.</summary>
    public static JsonFormat<byte[]> Bytes { get; } = new BytesFormat();

    /// <summary>Gets the format of files, for <c>multipart/form-data</c>. JSON cannot contain files.</summary>
    public static JsonFormat<ApiFile> File { get; } = new FileFormat();

    /// <summary>Returns the format of a class in the contract, including the subtypes that its discriminator selects.</summary>
    /// <typeparam name="T">The class.</typeparam>
    /// <returns>The format.</returns>
    public static JsonFormat<T> ObjectOf<T>()
        where T : ApiObject, new()
        => ObjectFormat<T>.Instance;

    /// <summary>Returns the format of an enumeration that the server may extend.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <typeparam name="TValue">The type of the values: string, int, long, uint or ulong.</typeparam>
    /// <returns>The format.</returns>
    public static JsonFormat<TEnum> EnumerationOf<TEnum, TValue>()
        where TEnum : struct, IExtensibleEnumeration<TEnum, TValue>
        where TValue : IConvertible
        => EnumerationFormat<TEnum, TValue>.Instance;

    /// <summary>Returns the format of a union, whose values have one of several types.</summary>
    /// <typeparam name="T">The union.</typeparam>
    /// <param name="create">Creates a value from its JSON.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="create"/> is null.</exception>
    public static JsonFormat<T> UnionOf<T>(Func<JToken, T> create)
        where T : Union
        => new UnionFormat<T>(create ?? throw new ArgumentNullException(nameof(create)));

    /// <summary>Returns the format of a list.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="format">The format of the elements.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public static JsonFormat<IList<T>> ListOf<T>(JsonFormat<T> format)
        => new ListFormat<IList<T>, T>(format ?? throw new ArgumentNullException(nameof(format)));

    /// <summary>Returns the format of a sequence, for the arguments of requests.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="format">The format of the elements.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public static JsonFormat<IEnumerable<T>> SequenceOf<T>(JsonFormat<T> format)
        => new ListFormat<IEnumerable<T>, T>(format ?? throw new ArgumentNullException(nameof(format)));

    /// <summary>Returns the format of a dictionary.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="format">The format of the values.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="format"/> is null.</exception>
    public static JsonFormat<IDictionary<string, T>> MapOf<T>(JsonFormat<T> format)
        => new MapFormat<T>(format ?? throw new ArgumentNullException(nameof(format)));
}

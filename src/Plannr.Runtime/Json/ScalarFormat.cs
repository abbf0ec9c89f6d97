using Newtonsoft.Json.Linq;
#if !NET
// As in the generated code: netstandard2.0 has no DateOnly.
using DateOnly = System.DateTime;
#endif

namespace Plannr.Runtime.Json;

/// <summary>The format of one of .NET's own types.</summary>
internal static class ScalarFormat<T>
{
    private static readonly object? Format = Of(typeof(T));

    /// <exception cref="NotSupportedException">The type is none of those.</exception>
    public static JsonFormat<T> Known => (JsonFormat<T>?)Format ?? throw new NotSupportedException($"A {typeof(T).Name} is none of .NET's own types: say by which format of {nameof(JsonFormats)} it is read and written.");

    private static object? Of(Type type)
        => type == typeof(string) ? JsonFormats.Text
            : type == typeof(Guid) ? JsonFormats.Uuid
            : type == typeof(Guid?) ? JsonFormats.Uuid.OrNull()
            : type == typeof(DateTimeOffset) ? JsonFormats.Timestamp
            : type == typeof(DateTimeOffset?) ? JsonFormats.Timestamp.OrNull()
            : type == typeof(DateOnly) ? JsonFormats.Date
            : type == typeof(DateOnly?) ? JsonFormats.Date.OrNull()
            : type == typeof(Uri) ? JsonFormats.Uri
            : type == typeof(bool) ? JsonFormats.Boolean
            : type == typeof(bool?) ? JsonFormats.Boolean.OrNull()
            : type == typeof(int) ? JsonFormats.Integer32
            : type == typeof(int?) ? JsonFormats.Integer32.OrNull()
            : type == typeof(long) ? JsonFormats.Integer64
            : type == typeof(long?) ? JsonFormats.Integer64.OrNull()
            : type == typeof(uint) ? JsonFormats.UnsignedInteger32
            : type == typeof(uint?) ? JsonFormats.UnsignedInteger32.OrNull()
            : type == typeof(ulong) ? JsonFormats.UnsignedInteger64
            : type == typeof(ulong?) ? JsonFormats.UnsignedInteger64.OrNull()
            : type == typeof(float) ? JsonFormats.Number32
            : type == typeof(float?) ? JsonFormats.Number32.OrNull()
            : type == typeof(double) ? JsonFormats.Number
            : type == typeof(double?) ? JsonFormats.Number.OrNull()
            : type == typeof(decimal) ? JsonFormats.DecimalNumber
            : type == typeof(decimal?) ? JsonFormats.DecimalNumber.OrNull()
            : type == typeof(byte[]) ? JsonFormats.Bytes
            : type == typeof(JToken) ? JsonFormats.Any
            : (object?)null;
}

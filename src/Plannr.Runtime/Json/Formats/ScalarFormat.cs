using Newtonsoft.Json.Linq;
#if !NET
// netstandard2.0 has no DateOnly. Generated code uses the same alias.
using DateOnly = System.DateTime;
#endif

namespace Plannr.Runtime.Json.Formats;

/// <summary>Provides the default format of a scalar .NET type.</summary>
internal static class ScalarFormat<T>
{
    private static readonly object? Format = Of(typeof(T));

    /// <summary>Gets the default format of the type.</summary>
    /// <exception cref="NotSupportedException">The type has no default format.</exception>
    public static JsonFormat<T> Known => (JsonFormat<T>?)Format ?? throw new NotSupportedException($"The type {typeof(T).Name} has no default format. Pass a format of {nameof(JsonFormats)}.");

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

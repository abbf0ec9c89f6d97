using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Plannr.Runtime.Json;

/// <summary>Converts the values of discriminators to text, so that values of any type are looked up in the same way.</summary>
internal static class DiscriminatorValue
{
    private const int UuidLength = 36;

    /// <summary>Returns the text of a JSON value. Null for null, objects and arrays, which are not valid discriminators.</summary>
    public static string? Of(JToken? json)
        => json is not JValue value ? null : value.Value switch
        {
            null => null,
            string text => Of(text),
            bool flag => flag ? "true" : "false",
            // 1.0 equals 1 in JSON.
            double number when Math.Abs(number) < (double)decimal.MaxValue => Of((decimal)number),
            decimal number => Of(number),
            IFormattable other => Of(other.ToString(null, CultureInfo.InvariantCulture)),
            _ => null,
        };

    /// <summary>Returns the text of a value in the contract. UUIDs are not case-sensitive, so they are converted to lower case.</summary>
    public static string Of(string text)
        => text.Length == UuidLength && Guid.TryParseExact(text, "D", out var uuid) ? uuid.ToString() : text;

    private static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

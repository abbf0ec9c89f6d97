using System.Globalization;
#if !NET
// As in the generated code: netstandard2.0 has no DateOnly.
using DateOnly = System.DateTime;
#endif

namespace Plannr.Runtime.Json;

/// <summary>Dates after RFC 3339, without a time of day.</summary>
internal sealed class DateFormat() : TextualFormat<DateOnly>("date", "date")
{
    private const string Pattern = "yyyy-MM-dd";

    protected override bool TryParse(string text, out DateOnly value)
        => DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Format(DateOnly value) => value.ToString(Pattern, CultureInfo.InvariantCulture);
}

using System.Globalization;
#if !NET
// netstandard2.0 has no DateOnly. Generated code uses the same alias.
using DateOnly = System.DateTime;
#endif

namespace Plannr.Runtime.Json.Formats;

/// <summary>The format of dates without a time, as specified by RFC 3339.</summary>
internal sealed class DateFormat() : TextualFormat<DateOnly>("date", "date")
{
    private const string Pattern = "yyyy-MM-dd";

    protected override bool TryParse(string text, out DateOnly value)
        => DateOnly.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Format(DateOnly value) => value.ToString(Pattern, CultureInfo.InvariantCulture);
}

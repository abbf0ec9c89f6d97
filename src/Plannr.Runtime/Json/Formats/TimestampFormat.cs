using System.Globalization;
using System.Text.RegularExpressions;

namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// The format of RFC 3339 timestamps. The first seven fractional digits are kept. The offset is required, because a guessed offset would
/// change the time. Timestamps are written in the two notations that the vendor sends: whole seconds with an offset, and microseconds,
/// which in UTC end in Z.
/// </summary>
internal sealed class TimestampFormat() : TextualFormat<DateTimeOffset>("timestamp with an offset", "date-time")
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    // .NET has seven fractional digits. Further digits are removed, so that they do not make the whole response unreadable.
    private static readonly Regex BeyondSevenDigits = new(@"(?<=\.\d{7})\d+", RegexOptions.CultureInvariant);

    protected override bool TryParse(string text, out DateTimeOffset value)
        => FastTimestamp.TryParse(text, out value) || TryParseExact(BeyondSevenDigits.Replace(text.ToUpperInvariant(), ""), out value);

    private static bool TryParseExact(string text, out DateTimeOffset value)
        // .NET accepts a missing offset, and an offset without a colon.
        => DateTimeOffset.TryParseExact(text, Seconds + ".FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
            && (text.EndsWith("Z", StringComparison.Ordinal) || text[text.Length - 6] is '+' or '-');

    protected override string Format(DateTimeOffset value)
    {
        var ticks = value.Ticks % TimeSpan.TicksPerSecond;
        var format = ticks == 0 ? Seconds + "zzz"
            : Seconds + (ticks % 10 == 0 ? ".ffffff" : ".fffffff") + (value.Offset == TimeSpan.Zero ? "'Z'" : "zzz");
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}

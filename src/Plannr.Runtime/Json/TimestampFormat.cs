using System.Globalization;
using System.Text.RegularExpressions;

namespace Plannr.Runtime.Json;

/// <summary>
/// Timestamps after RFC 3339, of whose fractional digits seven are kept. The offset is required, as a guess would move the moment.
/// They are written in the two shapes in which the vendor sends them: whole seconds with an offset, and microseconds, which
/// in UTC have a Z.
/// </summary>
internal sealed class TimestampFormat() : TextualFormat<DateTimeOffset>("timestamp with an offset", "date-time")
{
    private const string Seconds = "yyyy-MM-dd'T'HH:mm:ss";

    // A digit that .NET has no place for is no reason to lose the rest of an answer.
    private static readonly Regex BeyondSevenDigits = new(@"(?<=\.\d{7})\d+", RegexOptions.CultureInvariant);

    protected override bool TryParse(string text, out DateTimeOffset value)
        => UsualTimestamp.TryParse(text, out value) || TryParseExact(text, out value) || TryParseExact(BeyondSevenDigits.Replace(text.ToUpperInvariant(), ""), out value);

    private static bool TryParseExact(string text, out DateTimeOffset value)
    {
        var hasOffset = text.EndsWith("Z", StringComparison.Ordinal) || (text.Length > Seconds.Length && text[text.Length - 3] == ':');
        return DateTimeOffset.TryParseExact(text, Seconds + ".FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out value) && hasOffset;
    }

    protected override string Format(DateTimeOffset value)
    {
        var ticks = value.Ticks % TimeSpan.TicksPerSecond;
        var format = ticks == 0 ? Seconds + "zzz"
            : Seconds + (ticks % 10 == 0 ? ".ffffff" : ".fffffff") + (value.Offset == TimeSpan.Zero ? "'Z'" : "zzz");
        return value.ToString(format, CultureInfo.InvariantCulture);
    }
}

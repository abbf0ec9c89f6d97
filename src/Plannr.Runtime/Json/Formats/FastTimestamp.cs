namespace Plannr.Runtime.Json.Formats;

/// <summary>
/// A fast parser for the most common notation of timestamps, <c>2026-06-08T16:08:03.123456+01:00</c>, with up to seven fractional digits
/// and an offset or <c>Z</c>. The parser of .NET takes ten times as long.
/// </summary>
internal static class FastTimestamp
{
    private const int SecondsEnd = 19;
    private const int MaxFractionDigits = 7;

    /// <summary>Parses a timestamp. Returns false for other notations, which the caller must parse itself.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= SecondsEnd || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var (year, month, day) = ((100 * Two(text, 0)) + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        // A component that is not a number is negative.
        if (Two(text, 0) < 0 || Two(text, 2) < 0 || year < 2 || year > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        var at = SecondsEnd;
        var fraction = ReadFraction(text, ref at);
        if (!TryReadOffset(text, at, out var offset))
        {
            return false;
        }

        value = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second).AddTicks(fraction), offset);
        return true;
    }

    // Further digits are not read, so they are not a valid offset.
    private static long ReadFraction(string text, ref int at)
    {
        var ticks = 0L;
        if (text[at] != '.')
        {
            return ticks;
        }

        var places = 0;
        for (at++; places < MaxFractionDigits && at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            ticks = (10 * ticks) + text[at] - '0';
            places++;
        }

        for (var missing = places; missing < MaxFractionDigits; missing++)
        {
            ticks *= 10;
        }

        return ticks;
    }

    private static bool TryReadOffset(string text, int at, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == at + 1)
        {
            return text[at] == 'Z';
        }

        if (text.Length != at + 6 || text[at] is not ('+' or '-') || text[at + 3] != ':')
        {
            return false;
        }

        var (hours, minutes) = (Two(text, at + 1), Two(text, at + 4));
        // .NET allows at most 14 hours. An offset of exactly 14 hours is left to the caller.
        if (hours is < 0 or > 13 || minutes is < 0 or > 59)
        {
            return false;
        }

        var ticks = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        offset = new TimeSpan(text[at] == '-' ? -ticks : ticks);
        return true;
    }

    // Returns the number that two digits represent, or -1 if they are not digits.
    private static int Two(string text, int at)
        => text[at] is >= '0' and <= '9' && text[at + 1] is >= '0' and <= '9' ? (10 * (text[at] - '0')) + text[at + 1] - '0' : -1;
}

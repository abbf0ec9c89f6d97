namespace Plannr.Runtime.Json;

/// <summary>
/// Timestamps as nearly all are written: <c>2026-06-08T16:08:03.123456+01:00</c>, with up to seven places of a second or none, and
/// an offset or <c>Z</c>. .NET's own parser takes ten times as long.
/// </summary>
internal static class UsualTimestamp
{
    private const int SecondsEnd = 19;
    private const int MostPlaces = 7;

    /// <summary>Reads a timestamp; what is written otherwise may be one all the same.</summary>
    public static bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= SecondsEnd || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        var (year, month, day) = ((100 * Two(text, 0)) + Two(text, 2), Two(text, 5), Two(text, 8));
        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        // One that is no number is negative.
        if (Two(text, 0) < 0 || Two(text, 2) < 0 || year < 2 || year > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        var at = SecondsEnd;
        if (!TryReadFraction(text, ref at, out var fraction) || !TryReadOffset(text, at, out var offset))
        {
            return false;
        }

        value = new DateTimeOffset(new DateTime(year, month, day, hour, minute, second).AddTicks(fraction), offset);
        return true;
    }

    private static bool TryReadFraction(string text, ref int at, out long ticks)
    {
        ticks = 0;
        if (text[at] != '.')
        {
            return true;
        }

        var places = 0;
        for (at++; at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            ticks = (10 * ticks) + text[at] - '0';
            if (++places > MostPlaces)
            {
                return false;
            }
        }

        for (var missing = places; missing < MostPlaces; missing++)
        {
            ticks *= 10;
        }

        return places > 0;
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
        // .NET knows none beyond 14 hours.
        if (hours is < 0 or > 13 || minutes is < 0 or > 59)
        {
            return false;
        }

        var ticks = (hours * TimeSpan.TicksPerHour) + (minutes * TimeSpan.TicksPerMinute);
        offset = new TimeSpan(text[at] == '-' ? -ticks : ticks);
        return true;
    }

    // Two digits as a number; below zero if they are none.
    private static int Two(string text, int at)
        => text[at] is >= '0' and <= '9' && text[at + 1] is >= '0' and <= '9' ? (10 * (text[at] - '0')) + text[at + 1] - '0' : -1;
}

using System.Globalization;

namespace Plannr.Cli.Output.Tables;

/// <summary>Formats the time until a token expires: <c>in 2 h 58 min</c>, <c>expired 12 days ago</c>, <c>never</c>.</summary>
internal static class ExpiryText
{
    /// <summary>Returns the text for an expiry.</summary>
    /// <param name="expiry">The time; null for a token that does not expire.</param>
    /// <param name="clock">The clock that provides the current time.</param>
    public static string Of(DateTimeOffset? expiry, TimeProvider clock)
    {
        if (expiry is not { } time)
        {
            return "never";
        }

        var left = time - clock.GetUtcNow();
        return left > TimeSpan.Zero ? $"in {Duration(left)}" : $"expired {Duration(-left)} ago";
    }

    /// <summary>Returns a duration in its two largest units, rounded down: <c>2 h 58 min</c>. From two days on, it has only days.</summary>
    public static string Duration(TimeSpan duration) => duration switch
    {
        { TotalMinutes: < 1 } => Text($"{duration.Seconds} s"),
        { TotalHours: < 1 } => Text($"{duration.Minutes} min"),
        { TotalDays: < 1 } => duration.Minutes == 0 ? Text($"{duration.Hours} h") : Text($"{duration.Hours} h {duration.Minutes} min"),
        { TotalDays: < 2 } => duration.Hours == 0 ? "1 day" : Text($"1 day {duration.Hours} h"),
        _ => Text($"{(int)duration.TotalDays} days"),
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

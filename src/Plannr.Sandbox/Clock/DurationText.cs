using System.Globalization;
using System.Text.RegularExpressions;

namespace Plannr.Sandbox.Clock;

/// <summary>Parses durations such as <c>2w</c>, <c>14d</c>, <c>1h30m</c>, <c>2s</c> and <c>250ms</c>.</summary>
internal static partial class DurationText
{
    public const string Forms = "14d, 1h30m, 90s or 250ms";

    private static readonly TimeSpan Max = TimeSpan.FromDays(365_000);

    /// <summary>Parses a duration.</summary>
    /// <returns>The duration, or null if the text is not a duration or is longer than 365,000 days.</returns>
    public static TimeSpan? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var ticks = 0m;
        foreach (var (number, unit) in match.Groups["number"].Captures.Zip(match.Groups["unit"].Captures, (n, u) => (n.Value, u.Value)))
        {
            if (number.Length > 15)
            {
                return null;
            }

            ticks += decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * TicksOf(unit);
        }

        return ticks <= Max.Ticks ? TimeSpan.FromTicks((long)ticks) : null;
    }

    private static long TicksOf(string unit) => unit switch
    {
        "w" => 7 * TimeSpan.TicksPerDay,
        "d" => TimeSpan.TicksPerDay,
        "h" => TimeSpan.TicksPerHour,
        "m" => TimeSpan.TicksPerMinute,
        "s" => TimeSpan.TicksPerSecond,
        _ => TimeSpan.TicksPerMillisecond,
    };

    [GeneratedRegex(@"^(?:(?<number>[0-9]+(?:\.[0-9]+)?)(?<unit>ms|s|m|h|d|w))+\z")]
    private static partial Regex Form();
}

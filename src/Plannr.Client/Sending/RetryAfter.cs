using System.Globalization;

namespace Plannr.Client.Sending;

/// <summary>The header <c>Retry-After</c>, in seconds or as a date.</summary>
internal static class RetryAfter
{
    /// <returns>How long to wait; null if there is no such header, or it makes no sense. A date that has passed makes none.</returns>
    public static TimeSpan? Of(HttpResponseMessage? response, TimeProvider clock)
        => response?.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => Until(date, clock),
            _ => null,
        };

    /// <inheritdoc cref="Of(HttpResponseMessage?, TimeProvider)"/>
    public static TimeSpan? Of(IReadOnlyDictionary<string, IReadOnlyList<string>> headers, TimeProvider clock)
    {
        if (!headers.TryGetValue("Retry-After", out var values) || values.Count == 0)
        {
            return null;
        }

        if (int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(values[0], "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Until(date, clock) : null;
    }

    private static TimeSpan? Until(DateTimeOffset date, TimeProvider clock)
        => date - clock.GetUtcNow() is var delay && delay > TimeSpan.Zero ? delay : null;
}

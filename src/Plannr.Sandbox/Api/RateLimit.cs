namespace Plannr.Sandbox.Api;

/// <summary>
/// Counts the requests of each token in windows of a minute. A window starts with the first request after the previous window. The
/// limiters of System.Threading.RateLimiting do not support TimeProvider, so tests would have to wait for a minute.
/// </summary>
/// <param name="limit">The maximum number of requests per minute for each token; 0 for no limit.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RateLimit(int limit, TimeProvider timeProvider)
{
    /// <summary>The documented limit of the vendor (https://api-how-to.plannrcrm.com): 500 requests per minute and user.</summary>
    public const int Documented = 500;

    public const string Header = "X-Ratelimit-Remaining";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Start, int Used)> _windows = new(StringComparer.Ordinal);

    /// <summary>Gets the number of remaining requests for a request without a known token, which is not counted.</summary>
    public int Full => limit == 0 ? Documented : limit;

    /// <summary>Counts a request.</summary>
    /// <returns>Whether the request is allowed, the number of remaining requests, and the time until the window ends.</returns>
    public (bool IsAllowed, int Remaining, TimeSpan Refill) Take(string token)
    {
        if (limit == 0)
        {
            return (true, Full, TimeSpan.Zero);
        }

        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            if (!_windows.TryGetValue(token, out var window) || timeProvider.GetElapsedTime(window.Start, now) >= Window)
            {
                window = (now, 0);
            }

            var isAllowed = window.Used < limit;
            window.Used += isAllowed ? 1 : 0;
            _windows[token] = window;
            return (isAllowed, limit - window.Used, Window - timeProvider.GetElapsedTime(window.Start, now));
        }
    }

    /// <summary>Restores the whole limit of every token.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _windows.Clear();
        }
    }
}

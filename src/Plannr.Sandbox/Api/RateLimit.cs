namespace Plannr.Sandbox.Api;

/// <summary>
/// Counts the requests of each token in windows of a minute, the first of which starts with its first request. The limiters
/// of System.Threading.RateLimiting take no TimeProvider, so that a test would have to wait for a minute to pass.
/// </summary>
/// <param name="limit">How many requests a token has in a minute; 0 for no limit.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RateLimit(int limit, TimeProvider timeProvider)
{
    /// <summary>What the vendor documents (https://api-how-to.plannrcrm.com): 500 requests a minute and user.</summary>
    public const int Documented = 500;

    public const string Header = "X-Ratelimit-Remaining";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Start, int Used)> _windows = new(StringComparer.Ordinal);

    /// <summary>What a request without a known token, which is not counted, is told to be left.</summary>
    public int Full => limit == 0 ? Documented : limit;

    /// <summary>Counts a request.</summary>
    /// <returns>Whether it may go on, how many are left after it, and the time until the token has its whole minute again.</returns>
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

    /// <summary>Gives every token its whole minute back.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _windows.Clear();
        }
    }
}

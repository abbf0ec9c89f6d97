using System.Threading.RateLimiting;

namespace Plannr.Client.Sending;

/// <summary>The rate limit for the requests of an access token: the application's limiter, or the limiter that all clients of the process share.</summary>
internal sealed class RateLimits(PlannrClientOptions options)
{
    public const int MaxRequestsPerMinute = 1_000_000;

    // A sliding window of one-second segments can return a permit up to a second early, so the window is a second longer than a minute.
    private const int WindowSeconds = 61;

    private static readonly PartitionedRateLimiter<Partition> Shared = PartitionedRateLimiter.Create<Partition, Partition>(partition =>
        RateLimitPartition.GetSlidingWindowLimiter(partition, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = partition.RequestsPerMinute,
            Window = TimeSpan.FromSeconds(WindowSeconds),
            SegmentsPerWindow = WindowSeconds,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            // The requests of ten minutes. Later requests fail at once instead of waiting even longer.
            QueueLimit = partition.RequestsPerMinute * 10,
        }));

    /// <summary>Gets a value that indicates whether there is no limit.</summary>
    public bool IsOff => options is { RateLimiter: null, RequestsPerMinute: 0 };

    /// <summary>Gets the reason for a refused permit, as the end of a sentence.</summary>
    public string Refusal => options.RateLimiter is null ? "too many requests are already waiting for the rate limit" : "the rate limiter refused a permit";

    /// <summary>Waits for a permit. Only valid if there is a limit.</summary>
    /// <returns>The permit, or a lease that is not acquired if the limiter's queue is full.</returns>
    public ValueTask<RateLimitLease> AcquireAsync(string token, CancellationToken cancellationToken)
        => options.RateLimiter is { } limiter ? limiter.AcquireAsync(1, cancellationToken) : Shared.AcquireAsync(PartitionOf(token), 1, cancellationToken);

    /// <summary>
    /// Reduces the available permits to the number that the server reports, which also counts the requests of other processes with the
    /// same token. Only valid if there is a limit.
    /// </summary>
    public void Learn(string token, int remaining)
    {
        if (options.RateLimiter is null)
        {
            var partition = PartitionOf(token);
            if (Excess(Shared.GetStatistics(partition), remaining) is { } excess)
            {
                Shared.AttemptAcquire(partition, excess).Dispose();
            }
        }
        // Other limiters return the permits when the lease is disposed, or count in other units.
        else if (options.RateLimiter is ReplenishingRateLimiter limiter && Excess(limiter.GetStatistics(), remaining) is { } excess)
        {
            limiter.AttemptAcquire(excess).Dispose();
        }
    }

    private static int? Excess(RateLimiterStatistics? statistics, int remaining)
        => statistics?.CurrentAvailablePermits - remaining is > 0 and var excess ? (int)excess : null;

    private Partition PartitionOf(string token) => new(options.BaseAddress, token, options.RequestsPerMinute);

    internal readonly record struct Partition(Uri? Server, string Token, int RequestsPerMinute)
    {
        // The ToString of a record would contain the token.
        public override string ToString() => $"{RequestsPerMinute} requests a minute";
    }
}

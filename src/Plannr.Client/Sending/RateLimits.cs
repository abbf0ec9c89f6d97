using System.Threading.RateLimiting;

namespace Plannr.Client.Sending;

/// <summary>The limit for the requests of a token: the application's limiter, or the one that the clients of this process share.</summary>
internal sealed class RateLimits(PlannrClientOptions options)
{
    public const int MostRequestsPerMinute = 1_000_000;

    // A permit is given back by the second, up to one too early; so the window is a second longer than the vendor's minute.
    private const int WindowSeconds = 61;

    private static readonly PartitionedRateLimiter<Partition> Shared = PartitionedRateLimiter.Create<Partition, Partition>(partition =>
        RateLimitPartition.GetSlidingWindowLimiter(partition, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = partition.RequestsPerMinute,
            Window = TimeSpan.FromSeconds(WindowSeconds),
            SegmentsPerWindow = WindowSeconds,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            // Ten minutes' worth. Who comes later would wait for longer than anybody wants to.
            QueueLimit = partition.RequestsPerMinute * 10,
        }));

    /// <summary>Whether there is no limit.</summary>
    public bool IsOff => options is { RateLimiter: null, RequestsPerMinute: 0 };

    /// <summary>Why a permit was not given, as the end of a sentence.</summary>
    public string Refusal => options.RateLimiter is null ? "too many requests wait for the rate limit already" : "the rate limiter gave no permit";

    /// <summary>Waits for a permit, where there is a limit.</summary>
    /// <returns>The permit, or the refusal of a limiter whose queue is full.</returns>
    public ValueTask<RateLimitLease> AcquireAsync(string token, CancellationToken cancellationToken)
        => options.RateLimiter is { } limiter ? limiter.AcquireAsync(1, cancellationToken) : Shared.AcquireAsync(PartitionOf(token), 1, cancellationToken);

    /// <summary>Takes out of the limit what the server has counted and this process has not: the requests of others with the same token. Where there is a limit.</summary>
    public void Learn(string token, int remaining)
    {
        if (options.RateLimiter is null)
        {
            var partition = PartitionOf(token);
            if (Excess(Shared.GetStatistics(partition), remaining) is > 0 and var excess)
            {
                Shared.AttemptAcquire(partition, excess).Dispose();
            }
        }
        // Of others, permits would come back with their lease, or are counted in other units.
        else if (options.RateLimiter is ReplenishingRateLimiter limiter && Excess(limiter.GetStatistics(), remaining) is > 0 and var excess)
        {
            limiter.AttemptAcquire(excess).Dispose();
        }
    }

    private static int Excess(RateLimiterStatistics? statistics, int remaining) => (int)Math.Max(0, (statistics?.CurrentAvailablePermits ?? 0) - remaining);

    private Partition PartitionOf(string token) => new(options.BaseAddress, token, options.RequestsPerMinute);

    internal readonly record struct Partition(Uri? Server, string Token, int RequestsPerMinute)
    {
        // A record's own would print the token.
        public override string ToString() => $"{RequestsPerMinute} requests a minute";
    }
}

using System.Threading.RateLimiting;

namespace Plannr.Client.Sending;

/// <summary>The limit for the requests of a token: the application's limiter, or the one that the clients of this process share.</summary>
internal sealed class RateLimits(PlannrClientOptions options)
{
    public const int MostRequestsPerMinute = 1_000_000;

    // A permit is given back by the second, up to one too early; so the window is a second longer than the vendor's minute.
    private const int WindowSeconds = 61;

    private static readonly PartitionedRateLimiter<Partition> Shared = PartitionedRateLimiter.Create<Partition, Partition>(partition => partition.RequestsPerMinute == 0
        ? RateLimitPartition.GetNoLimiter(partition)
        : RateLimitPartition.GetSlidingWindowLimiter(partition, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = partition.RequestsPerMinute,
            Window = TimeSpan.FromSeconds(WindowSeconds),
            SegmentsPerWindow = WindowSeconds,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            // Ten minutes' worth. Who comes later would wait for longer than anybody wants to.
            QueueLimit = partition.RequestsPerMinute * 10,
        }));

    /// <summary>Why a permit was not given, as the end of a sentence.</summary>
    public string Refusal => options.RateLimiter is null ? "too many requests wait for the rate limit already" : "the rate limiter gave no permit";

    /// <summary>Waits for a permit.</summary>
    /// <returns>The permit, or the refusal of a limiter whose queue is full.</returns>
    public ValueTask<RateLimitLease> AcquireAsync(string token, CancellationToken cancellationToken)
        => options.RateLimiter is { } limiter ? limiter.AcquireAsync(1, cancellationToken) : Shared.AcquireAsync(PartitionOf(token), 1, cancellationToken);

    /// <summary>Takes out of the limit what the server has counted and this process has not: the requests of others with the same token.</summary>
    public void Learn(string token, int remaining)
    {
        if (options.RateLimiter is null)
        {
            if (options.RequestsPerMinute > 0)
            {
                var partition = PartitionOf(token);
                TakeExcess(Shared.GetStatistics(partition), permits => Shared.AttemptAcquire(partition, permits));
            }
        }
        // Of others, permits would come back with their lease, or are counted in other units.
        else if (options.RateLimiter is ReplenishingRateLimiter limiter)
        {
            TakeExcess(limiter.GetStatistics(), limiter.AttemptAcquire);
        }

        void TakeExcess(RateLimiterStatistics? statistics, Func<int, RateLimitLease> acquire)
        {
            var excess = (statistics?.CurrentAvailablePermits ?? 0) - remaining;
            if (excess > 0)
            {
                acquire((int)excess).Dispose();
            }
        }
    }

    private Partition PartitionOf(string token) => new(options.BaseAddress, token, options.RequestsPerMinute);

    private readonly record struct Partition(Uri? Server, string Token, int RequestsPerMinute)
    {
        // A record's own would print the token.
        public override string ToString() => $"{RequestsPerMinute} requests a minute";
    }
}

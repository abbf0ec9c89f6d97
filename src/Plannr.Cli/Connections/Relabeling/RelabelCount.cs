using System.Globalization;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>How far a run is. Many threads count at once.</summary>
/// <param name="total">How many rows the file has.</param>
/// <param name="earlierDone">How many of them an earlier run has done.</param>
/// <param name="earlierFailed">How many of them failed in an earlier run, and are not tried again.</param>
/// <param name="requestsPerMinute">The rate limit; 0 for none.</param>
/// <param name="clock">The clock of the rate.</param>
internal sealed class RelabelCount(int total, int earlierDone, int earlierFailed, int requestsPerMinute, TimeProvider clock)
{
    private const int Window = 60;

    private readonly Lock _lock = new();
    private readonly long _start = clock.GetTimestamp();
    private readonly (long Second, int Rows)[] _seconds = new (long, int)[Window];
    private int _done;
    private int _failed;

    public int Total => total;

    public int Done => earlierDone + Volatile.Read(ref _done);

    public int Failed => earlierFailed + Volatile.Read(ref _failed);

    public int Earlier => earlierDone + earlierFailed;

    public int Finished => Done + Failed;

    public void Add(bool isDone)
    {
        Interlocked.Increment(ref isDone ? ref _done : ref _failed);
        lock (_lock)
        {
            var second = (long)clock.GetElapsedTime(_start).TotalSeconds;
            ref var bucket = ref _seconds[second % Window];
            bucket = bucket.Second == second ? (second, bucket.Rows + 1) : (second, 1);
        }
    }

    /// <summary>How many rows were finished in the last minute, or as many as that would be, had the run lasted that long.</summary>
    public double PerMinute()
    {
        lock (_lock)
        {
            var elapsed = clock.GetElapsedTime(_start).TotalSeconds;
            var rows = _seconds.Where(b => b.Second > elapsed - Window).Sum(b => b.Rows);
            return rows * 60 / Math.Clamp(elapsed, 1, Window);
        }
    }

    /// <summary>How long the rest takes at this rate; null while nobody can tell.</summary>
    public TimeSpan? TimeLeft()
    {
        // The first minute's requests may go out at once; the others will not.
        var rate = requestsPerMinute == 0 ? PerMinute() : Math.Min(PerMinute(), requestsPerMinute);
        return rate > 0 ? TimeSpan.FromMinutes((total - Finished) / rate) : null;
    }

    public static string Rows(int number) => number == 1 ? "1 row" : Number(number) + " rows";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

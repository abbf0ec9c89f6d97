using System.Globalization;

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>Counts the finished rows of a run. Thread-safe.</summary>
/// <param name="total">The number of rows in the file.</param>
/// <param name="earlierDone">The number of rows that an earlier run updated.</param>
/// <param name="earlierFailed">The number of rows that failed in an earlier run and are not sent again.</param>
/// <param name="requestsPerMinute">The rate limit; 0 for no limit.</param>
/// <param name="clock">The clock to measure the rate.</param>
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

    /// <summary>Returns the number of rows finished in the last minute. In the first minute, returns the rate so far per minute.</summary>
    public double PerMinute()
    {
        lock (_lock)
        {
            var elapsed = clock.GetElapsedTime(_start).TotalSeconds;
            var rows = _seconds.Where(b => b.Second > elapsed - Window).Sum(b => b.Rows);
            return rows * 60 / Math.Clamp(elapsed, 1, Window);
        }
    }

    /// <summary>Returns the time that the remaining rows take at this rate; null if no row was finished in the last minute.</summary>
    public TimeSpan? TimeLeft()
    {
        // The rate limit lets the first minute's requests through at once, so the measured rate can be higher than the limit.
        var rate = requestsPerMinute == 0 ? PerMinute() : Math.Min(PerMinute(), requestsPerMinute);
        return rate > 0 ? TimeSpan.FromMinutes((total - Finished) / rate) : null;
    }

    public static string Rows(int number) => number == 1 ? "1 row" : Number(number) + " rows";

    public static string Requests(int number) => number == 1 ? "1 request" : Number(number) + " requests";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

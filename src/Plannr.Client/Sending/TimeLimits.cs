using System.Collections.Concurrent;

namespace Plannr.Client.Sending;

/// <summary>
/// Starts time limits of one length. With the system's clock, it reuses the sources of those that ended before their time had
/// passed. The timer of a source that is not used again ends with the length, and leaves it to the garbage collector.
/// </summary>
/// <param name="time">The length.</param>
/// <param name="clock">The clock that measures it.</param>
internal sealed class TimeLimits(TimeSpan time, TimeProvider clock)
{
    private const int MaxIdleSources = 256;

    private readonly ConcurrentQueue<LimitSource> _idle = new();

    public TimeSpan Time => time;

    /// <summary>Starts a limit.</summary>
    /// <param name="caller">Cancels earlier.</param>
    /// <returns>The limit. The caller disposes it when it is no longer needed.</returns>
    public TimeLimit Start(CancellationToken caller)
    {
        if (!_idle.TryDequeue(out var source))
        {
            source = new LimitSource(time, clock);
        }

        source.Start();
        return new TimeLimit(this, source, caller);
    }

    /// <summary>Stops a source and keeps it for the next limit, unless it was canceled.</summary>
    public void GiveBack(LimitSource source)
    {
        // Another clock may count the timers that are left.
        if (source.TryStop() && clock == TimeProvider.System && _idle.Count < MaxIdleSources)
        {
            _idle.Enqueue(source);
        }
        else
        {
            source.Dispose();
        }
    }
}

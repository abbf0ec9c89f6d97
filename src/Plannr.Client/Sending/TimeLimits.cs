using System.Collections.Concurrent;

namespace Plannr.Client.Sending;

/// <summary>
/// Starts time limits of one length, and pools the sources of limits that ended before their time had passed. The timer of an idle
/// source fires once and is not set again, so it does not keep the source from garbage collection.
/// </summary>
/// <param name="time">The length of the limits.</param>
/// <param name="clock">The clock. Sources are pooled only with the system clock.</param>
internal sealed class TimeLimits(TimeSpan time, TimeProvider clock)
{
    private const int MaxIdleSources = 256;

    private readonly ConcurrentQueue<LimitSource> _idle = new();

    public TimeSpan Time => time;

    /// <summary>Starts a limit.</summary>
    /// <param name="caller">The caller's token.</param>
    /// <returns>The limit, which the caller must dispose.</returns>
    public TimeLimit Start(CancellationToken caller)
    {
        if (!_idle.TryDequeue(out var source))
        {
            source = new LimitSource(time, clock);
        }

        source.Start();
        return new TimeLimit(this, source, caller);
    }

    /// <summary>Stops a source and returns it to the pool, unless its token was canceled.</summary>
    public void GiveBack(LimitSource source)
    {
        // A test's clock may count the timers that are still set.
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

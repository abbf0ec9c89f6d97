namespace Plannr.Client.Tests;

/// <summary>
/// A clock whose delays pass at once, and are recorded; it goes on by them. The given timeouts take their real time, as
/// what they end is real. It counts the timers that nobody has disposed of.
/// </summary>
/// <param name="timeouts">The timeouts. No delay of the test may be as long as one of them, to the millisecond.</param>
internal sealed class SkippingClock(params TimeSpan[] timeouts) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _delays = [];
    private TimeSpan _skipped;
    private int _activeTimers;

    /// <summary>The delays that were skipped, in their order.</summary>
    public IReadOnlyList<TimeSpan> Delays
    {
        get
        {
            lock (_lock)
            {
                return [.. _delays];
            }
        }
    }

    public int ActiveTimers => Volatile.Read(ref _activeTimers);

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Skipped;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Skipped.TotalSeconds * System.TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _activeTimers);
        if (dueTime != Timeout.InfiniteTimeSpan && !timeouts.Contains(dueTime))
        {
            lock (_lock)
            {
                _delays.Add(dueTime);
                _skipped += dueTime;
            }

            dueTime = TimeSpan.Zero;
        }

        return new CountedTimer(this, System.CreateTimer(callback, state, dueTime, period));
    }

    private TimeSpan Skipped
    {
        get
        {
            lock (_lock)
            {
                return _skipped;
            }
        }
    }

    private sealed class CountedTimer(SkippingClock clock, ITimer timer) : ITimer
    {
        private int _isDisposed;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            Count();
            timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Count();
            return timer.DisposeAsync();
        }

        private void Count()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                Interlocked.Decrement(ref clock._activeTimers);
            }
        }
    }
}

namespace Plannr.Client.Tests;

/// <summary>
/// A clock that records delays and advances by them instead of waiting. The specified timeouts take their real time, because the
/// operations that they end are real. It counts the timers that are not disposed.
/// </summary>
/// <param name="timeouts">The timeouts. No delay of the test may have the same length as one of them, in milliseconds.</param>
internal sealed class SkippingClock(params TimeSpan[] timeouts) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _delays = [];
    private TimeSpan _skipped;
    private int _activeTimers;

    /// <summary>Gets the skipped delays in their order.</summary>
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

namespace Plannr.Client.Tests;

/// <summary>
/// A clock that records delays and advances by them instead of waiting. The specified timeouts take their real time, because the
/// operations that they end are real.
/// </summary>
/// <param name="timeouts">The timeouts. No delay of the test may have the same length as one of them, in milliseconds.</param>
internal sealed class SkippingClock(params TimeSpan[] timeouts) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _delays = [];
    private readonly List<Task> _timers = [];
    private TimeSpan _skipped;

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

    /// <summary>Waits until all timers are disposed. That of a delay is disposed after the task that waits for it can continue.</summary>
    public Task TimersDisposedAsync()
    {
        lock (_lock)
        {
            return Task.WhenAll(_timers);
        }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Skipped;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Skipped.TotalSeconds * System.TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan && !timeouts.Contains(dueTime))
        {
            lock (_lock)
            {
                _delays.Add(dueTime);
                _skipped += dueTime;
            }

            dueTime = TimeSpan.Zero;
        }

        var timer = new TrackedTimer(System.CreateTimer(callback, state, dueTime, period));
        lock (_lock)
        {
            _timers.Add(timer.Disposed);
        }

        return timer;
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

    private sealed class TrackedTimer(ITimer timer) : ITimer
    {
        private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Disposed => _disposed.Task;

        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

        public void Dispose()
        {
            timer.Dispose();
            _disposed.TrySetResult();
        }

        public async ValueTask DisposeAsync()
        {
            await timer.DisposeAsync();
            _disposed.TrySetResult();
        }
    }
}

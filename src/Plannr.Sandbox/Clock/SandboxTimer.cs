namespace Plannr.Sandbox.Clock;

/// <summary>A timer of the sandbox's clock. It uses a timer of the inner clock, which is rescheduled when the sandbox's clock is moved.</summary>
internal sealed class SandboxTimer : ITimer
{
    private readonly Lock _lock = new();
    private readonly SandboxClock _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly ITimer _inner;
    private long? _due;
    private TimeSpan _period;

    public SandboxTimer(SandboxClock clock, TimeProvider inner, TimerCallback callback, object? state)
    {
        _clock = clock;
        _callback = callback;
        _state = state;
        _inner = inner.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetTimestamp() + _clock.Timestamps(dueTime);
            _clock.Track(this, _due is not null);
            return _inner.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
    }

    public void Reschedule()
    {
        lock (_lock)
        {
            if (_due is { } due)
            {
                var left = _clock.GetElapsedTime(_clock.GetTimestamp(), due);
                _inner.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public void Dispose()
    {
        Stop();
        _inner.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        Stop();
        return _inner.DisposeAsync();
    }

    private void Stop()
    {
        lock (_lock)
        {
            _due = null;
            _clock.Track(this, isActive: false);
        }
    }

    private void Fire()
    {
        lock (_lock)
        {
            if (_due is null)
            {
                return;
            }

            // Like a timer of .NET, it fires once if it has missed several periods.
            Change(_period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : _period, _period);
        }

        _callback(_state);
    }
}

namespace Plannr.Sandbox.Clock;

/// <summary>The clock of a sandbox: another clock plus an offset, which can be increased. Timers that are overdue after a change fire at once.</summary>
/// <param name="inner">The other clock.</param>
/// <param name="start">The offset at the start and after a reset.</param>
internal sealed class SandboxClock(TimeProvider inner, TimeSpan start) : TimeProvider
{
    // Leaves room for dates that are calculated from the current time, such as the expiry of a new connection.
    private static readonly DateTimeOffset Max = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly HashSet<SandboxTimer> _timers = [];
    private long _offset = start.Ticks;

    /// <summary>Gets the offset at the start and after a reset.</summary>
    public TimeSpan Start => start;

    /// <summary>Gets the offset to the other clock.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offset));

    /// <inheritdoc/>
    public override long TimestampFrequency => inner.TimestampFrequency;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => inner.GetTimestamp() + Timestamps(Offset);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SandboxTimer(this, inner, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward.</summary>
    /// <param name="duration">The duration. Zero is allowed.</param>
    /// <exception cref="SandboxInputException">The duration is negative, or the time would be after the year 8999.</exception>
    public void Advance(TimeSpan duration)
    {
        if (duration < TimeSpan.Zero)
        {
            throw new SandboxInputException("advance", $"The clock cannot be moved back, but {duration} is negative. A reset returns to the start.");
        }

        lock (_lock)
        {
            if (Max - GetUtcNow() < duration)
            {
                throw new SandboxInputException("advance", $"The clock cannot be moved beyond {Max:yyyy-MM-dd}. The current time is {GetUtcNow():O}.");
            }

            Interlocked.Add(ref _offset, duration.Ticks);
        }

        Reschedule();
    }

    /// <summary>Sets the offset of an earlier clock. A reset still returns to the offset at the start.</summary>
    public void Continue(TimeSpan offset)
    {
        Interlocked.Exchange(ref _offset, offset.Ticks);
        Reschedule();
    }

    /// <summary>Returns to the offset at the start.</summary>
    public void Reset()
    {
        Interlocked.Exchange(ref _offset, start.Ticks);
        Reschedule();
    }

    internal long Timestamps(TimeSpan duration) => (long)((Int128)duration.Ticks * TimestampFrequency / TimeSpan.TicksPerSecond);

    internal void Track(SandboxTimer timer, bool isActive)
    {
        lock (_lock)
        {
            _ = isActive ? _timers.Add(timer) : _timers.Remove(timer);
        }
    }

    private void Reschedule()
    {
        SandboxTimer[] timers;
        lock (_lock)
        {
            timers = [.. _timers];
        }

        foreach (var timer in timers)
        {
            timer.Reschedule();
        }
    }
}

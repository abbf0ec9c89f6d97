using System.Threading.Channels;

namespace Plannr.Testing;

/// <summary>A clock that reports each timer that is set on it, so that a test can wait for the timer before it moves the clock.</summary>
/// <param name="inner">The clock that returns the time, such as one that the test moves.</param>
internal sealed class RecordingClock(TimeProvider inner) : TimeProvider
{
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => inner.LocalTimeZone;

    /// <summary>Waits for the next timer, and returns its due time.</summary>
    public async Task<TimeSpan> NextTimerAsync()
    {
        try
        {
            return await _timers.Reader.ReadAsync().AsTask().WaitAsync(MaxWait);
        }
        catch (TimeoutException)
        {
            throw new AssertionException("No timer was set on the clock.");
        }
    }

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow();

    public override long GetTimestamp() => inner.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new RecordedTimer(this, inner.CreateTimer(callback, state, dueTime, period));
        Record(dueTime);
        return timer;
    }

    private void Record(TimeSpan dueTime)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            _timers.Writer.TryWrite(dueTime);
        }
    }

    private sealed class RecordedTimer(RecordingClock clock, ITimer timer) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isChanged = timer.Change(dueTime, period);
            clock.Record(dueTime);
            return isChanged;
        }

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}

namespace Plannr.Client.Sending;

/// <summary>
/// Cancels a token when a time has passed, and can be started again. The timer stays set after a stop, because moving the
/// deadline is cheaper than setting a timer for each request. A timer that fires before the deadline is set again.
/// </summary>
/// <remarks>One thread at a time starts and stops a source. The timer may fire on another thread meanwhile.</remarks>
internal sealed class LimitSource : IDisposable
{
    // In place of a deadline, which is a timestamp of the clock.
    private const long Stopped = long.MinValue;
    private const long Canceled = long.MinValue + 1;

    private readonly CancellationTokenSource _source = new();
    private readonly TimeSpan _time;
    private readonly TimeProvider _clock;
    private readonly ITimer _timer;
    private long _deadline = Stopped;
    private int _timerIsSet;

    public LimitSource(TimeSpan time, TimeProvider clock)
    {
        _time = time;
        _clock = clock;
        Token = _source.Token;
        // Otherwise the timer would keep the AsyncLocal values of its first caller, such as a trace.
        var flows = !ExecutionContext.IsFlowSuppressed();
        var flow = flows ? ExecutionContext.SuppressFlow() : default;
        try
        {
            _timer = clock.CreateTimer(static state => ((LimitSource)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (flows)
            {
                flow.Undo();
            }
        }
    }

    public CancellationToken Token { get; }

    /// <summary>Starts the time.</summary>
    public void Start()
    {
        Interlocked.Exchange(ref _deadline, _clock.GetTimestamp() + (long)(_time.TotalSeconds * _clock.TimestampFrequency));
        if (TakeTimer())
        {
            _timer.Change(_time, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops the time.</summary>
    /// <returns>Whether the source can be started again: the token was not canceled.</returns>
    public bool TryStop()
    {
        var deadline = Volatile.Read(ref _deadline);
        if (deadline == Canceled || Interlocked.CompareExchange(ref _deadline, Stopped, deadline) != deadline)
        {
            return false;
        }

#if NET
        return _source.TryReset();
#else
        // Registrations that somebody left behind cannot be removed there.
        return false;
#endif
    }

    /// <summary>Cancels the token before the time has passed.</summary>
    public void Cancel() => _source.Cancel();

    public void Dispose()
    {
        _timer.Dispose();
        // Otherwise the timer may be about to cancel it.
        if (Volatile.Read(ref _deadline) != Canceled)
        {
            _source.Dispose();
        }
    }

    private bool TakeTimer() => Volatile.Read(ref _timerIsSet) == 0 && Interlocked.CompareExchange(ref _timerIsSet, 1, 0) == 0;

    private void OnTimer()
    {
        while (true)
        {
            var deadline = Volatile.Read(ref _deadline);
            if (deadline == Canceled)
            {
                return;
            }

            if (deadline == Stopped)
            {
                Interlocked.Exchange(ref _timerIsSet, 0);
                // A start between these two statements found the timer set.
                if (Volatile.Read(ref _deadline) == Stopped || !TakeTimer())
                {
                    return;
                }

                continue;
            }

            var left = _clock.GetElapsedTime(_clock.GetTimestamp(), deadline);
            if (left > TimeSpan.Zero)
            {
                // Timers count whole milliseconds.
                _timer.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            if (Interlocked.CompareExchange(ref _deadline, Canceled, deadline) == deadline)
            {
                _source.Cancel();
                return;
            }
        }
    }
}

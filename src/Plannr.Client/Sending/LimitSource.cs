namespace Plannr.Client.Sending;

/// <summary>
/// Cancels a token after a time limit, and can be reused. The timer stays set after a stop, because moving the deadline is cheaper than
/// setting a timer for each request. If the timer fires before the deadline, it is set again.
/// </summary>
/// <remarks>Only one thread at a time may start and stop a source. The timer may fire on another thread at the same time.</remarks>
internal sealed class LimitSource : IDisposable
{
    // Special values of the deadline, which is otherwise a timestamp of the clock.
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
        // Otherwise the timer would keep the AsyncLocal values of its first caller alive, such as an Activity.
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

    /// <summary>Starts the time limit.</summary>
    public void Start()
    {
        Interlocked.Exchange(ref _deadline, _clock.GetTimestamp() + (long)(_time.TotalSeconds * _clock.TimestampFrequency));
        if (TakeTimer())
        {
            _timer.Change(_time, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Stops the time limit.</summary>
    /// <returns>True if the source can be started again; false if the token was canceled.</returns>
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
        // netstandard2.0 cannot remove registrations that others left on the token, so a source is not reused.
        return false;
#endif
    }

    /// <summary>Cancels the token before the time limit has passed.</summary>
    public void Cancel() => _source.Cancel();

    public void Dispose()
    {
        _timer.Dispose();
        // If the deadline has passed, the timer may still be canceling the source.
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
                // A Start between the two statements found that the timer was set, and did not set it again.
                if (Volatile.Read(ref _deadline) == Stopped || !TakeTimer())
                {
                    return;
                }

                continue;
            }

            var left = _clock.GetElapsedTime(_clock.GetTimestamp(), deadline);
            if (left > TimeSpan.Zero)
            {
                // Timers round down to whole milliseconds.
                _timer.Change(left + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
                return;
            }

            if (Interlocked.CompareExchange(ref _deadline, Canceled, deadline) == deadline)
            {
                _source.Cancel();
            }
        }
    }
}

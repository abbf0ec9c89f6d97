using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>The time that something may take: its token is cancelled when that is over, and with the caller's.</summary>
internal readonly struct TimeLimit : IDisposable
{
    private readonly TimeSpan _time;
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;
    private readonly CancellationTokenRegistration _registration;

    private TimeLimit(TimeSpan time, CancellationTokenSource source, CancellationToken caller)
    {
        _time = time;
        _source = source;
        _caller = caller;
#if NET
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source);
#else
        _registration = caller.Register(static state => ((CancellationTokenSource)state!).Cancel(), source);
#endif
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the time is over, and the caller has not cancelled.</summary>
    public bool IsOver => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <param name="time">How long it may take.</param>
    /// <param name="clock">The clock of that time.</param>
    /// <param name="caller">Cancels earlier.</param>
    /// <returns>A limit that begins now, to be disposed of when it is no longer needed.</returns>
    public static TimeLimit Start(TimeSpan time, TimeProvider clock, CancellationToken caller)
        => new(time, Reusable.Take(time, clock), caller);

    /// <summary>What is to be thrown in place of an exception that only says that it was cancelled.</summary>
    public TimeoutRejectedException Exceeded(Exception cancellation) => new($"It took longer than {_time.TotalSeconds:0.###} s.", _time, cancellation);

    public void Dispose()
    {
        _registration.Dispose();
        Reusable.GiveBack(_source);
    }

    /// <summary>Sources whose time was not over, with their timers, for the next call.</summary>
    private static class Reusable
    {
#if NET
        private const int Most = 256;

        private static readonly System.Collections.Concurrent.ConcurrentQueue<CancellationTokenSource> Sources = new();

        public static CancellationTokenSource Take(TimeSpan time, TimeProvider clock)
        {
            if (clock != TimeProvider.System)
            {
                return new CancellationTokenSource(time, clock);
            }

            if (!Sources.TryDequeue(out var source))
            {
                source = new CancellationTokenSource();
            }

            source.CancelAfter(time);
            return source;
        }

        public static void GiveBack(CancellationTokenSource source)
        {
            // Fails for one that was cancelled, and for one with another clock's timer.
            if (Sources.Count < Most && source.TryReset())
            {
                Sources.Enqueue(source);
            }
            else
            {
                source.Dispose();
            }
        }
#else
        public static CancellationTokenSource Take(TimeSpan time, TimeProvider clock) => clock.CreateCancellationTokenSource(time);

        public static void GiveBack(CancellationTokenSource source) => source.Dispose();
#endif
    }
}

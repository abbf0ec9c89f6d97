using Microsoft.Extensions.Time.Testing;
using Plannr.Client.Sending;

namespace Plannr.Client.Tests.Timeouts;

public sealed class LimitSourceTests
{
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(30);

    private readonly FakeTimeProvider _clock = new();

    [Test]
    public void Source_cancels_after_its_time_limit()
    {
        using var source = new LimitSource(Time, _clock);
        source.Start();

        _clock.Advance(Time - TimeSpan.FromMilliseconds(1));
        Assert.That(source.Token.IsCancellationRequested, Is.False);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.That(source.Token.IsCancellationRequested, Is.True);
        Assert.That(source.TryStop(), Is.False);
    }

    [Test]
    public void Restarted_source_has_the_whole_time_limit([Values(0, 29, 31, 60)] int secondsStopped)
    {
        using var source = new LimitSource(Time, _clock);
        source.Start();
        _clock.Advance(TimeSpan.FromSeconds(20));
        source.TryStop();
        _clock.Advance(TimeSpan.FromSeconds(secondsStopped));

        source.Start();
        _clock.Advance(Time - TimeSpan.FromMilliseconds(1));
        Assert.That(source.Token.IsCancellationRequested, Is.False, "The token was canceled too early.");
        // A timer counts whole milliseconds, and can be one millisecond late.
        _clock.Advance(TimeSpan.FromMilliseconds(2));
        Assert.That(source.Token.IsCancellationRequested, Is.True, "The token was not canceled.");
    }

    [Test]
    public void Stopped_source_never_cancels()
    {
        using var source = new LimitSource(Time, _clock);
        source.Start();
        source.TryStop();

        _clock.Advance(10 * Time);

        Assert.That(source.Token.IsCancellationRequested, Is.False);
    }

    [Test]
    public void Canceled_source_cannot_be_started_again()
    {
        using var source = new LimitSource(Time, _clock);
        source.Start();
        source.Cancel();

        Assert.That(source.TryStop(), Is.False);
    }

    [Test]
    public async Task Source_does_not_keep_AsyncLocal_values_of_its_first_caller()
    {
        var trace = new AsyncLocal<string>();
        var seen = new TaskCompletionSource<string>();
        // Only timers of the system clock keep the values of their creator.
        using var source = await Task.Run(() =>
        {
            trace.Value = "first";
            return new LimitSource(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        });
        using var registration = source.Token.UnsafeRegister(_ => seen.SetResult(trace.Value ?? "none"), null);
        source.Start();

        Assert.That(await seen.Task.WaitAsync(Time), Is.EqualTo("none"));
    }

    [Test]
    public void Source_restores_the_flow_of_its_caller([Values] bool isSuppressed)
    {
        using var flow = isSuppressed ? ExecutionContext.SuppressFlow() : default;

        using var source = new LimitSource(Time, _clock);

        Assert.That(ExecutionContext.IsFlowSuppressed(), Is.EqualTo(isSuppressed));
    }

    [Test]
    public void Restarted_source_does_not_set_its_timer_again()
    {
        var clock = new TimerCounter();
        using var source = new LimitSource(Time, clock);

        source.Start();
        source.TryStop();
        source.Start();

        Assert.That(clock.Changes, Is.EqualTo(1));
    }

    [Test]
    public void Disposed_source_releases_its_token_unless_the_time_limit_has_passed([Values] bool isOver)
    {
        var source = new LimitSource(Time, _clock);
        source.Start();
        _clock.Advance(isOver ? Time : TimeSpan.Zero);

        source.Dispose();

        Assert.That(() => source.Token.WaitHandle, isOver ? Throws.Nothing : Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void Sources_used_by_many_threads_cancel_only_after_their_time_limit()
    {
        var time = TimeSpan.FromMilliseconds(20);
        var limits = new TimeLimits(time, TimeProvider.System);
        var early = 0;
        Parallel.For(0, 200_000, _ =>
        {
            var start = TimeProvider.System.GetTimestamp();
            using var limit = limits.Start(CancellationToken.None);
            if (limit.IsOver && TimeProvider.System.GetElapsedTime(start) < time)
            {
                Interlocked.Increment(ref early);
            }
        });

        Assert.That(early, Is.Zero);
    }

    /// <summary>Counts how often timers are set again.</summary>
    private sealed class TimerCounter : TimeProvider
    {
        public int Changes { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Counted(this);

        private sealed class Counted(TimerCounter clock) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period)
            {
                clock.Changes++;
                return true;
            }

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}

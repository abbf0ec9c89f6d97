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
        using var source = await Task.Run(() =>
        {
            trace.Value = "first";
            return new LimitSource(Time, _clock);
        });
        string? seen = null;
        using var registration = source.Token.UnsafeRegister(_ => seen = trace.Value ?? "none", null);
        source.Start();

        await Task.Run(() => _clock.Advance(Time));

        Assert.That(seen, Is.EqualTo("none"));
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
}

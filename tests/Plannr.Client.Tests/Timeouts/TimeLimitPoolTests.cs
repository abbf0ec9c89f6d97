using Microsoft.Extensions.Time.Testing;
using Plannr.Client.Sending;

namespace Plannr.Client.Tests.Timeouts;

/// <summary>Tests the reuse of cancellation sources, which exists only in the assembly for .NET.</summary>
public sealed class TimeLimitPoolTests
{
    // The pool keeps at most 256.
    private const int MaxIdleSources = 256;

    private static readonly TimeSpan Time = TimeSpan.FromHours(1);

    [Test]
    public void Source_can_be_started_again_after_it_was_stopped()
    {
        using var source = new LimitSource(Time, TimeProvider.System);
        source.Start();

        Assert.That(source.TryStop(), Is.True);
    }

    [Test]
    public void At_most_256_sources_are_reused()
    {
        var limits = new TimeLimits(Time, TimeProvider.System);

        var first = Tokens(limits, MaxIdleSources + 10);
        var second = Tokens(limits, MaxIdleSources + 10);

        Assert.That(second.Intersect(first).Count(), Is.EqualTo(MaxIdleSources));
    }

    [Test]
    public void Source_is_not_reused_with_a_clock_other_than_the_system_clock()
    {
        var limits = new TimeLimits(Time, new FakeTimeProvider());

        var first = Tokens(limits, 1);
        var second = Tokens(limits, 1);

        Assert.That(second, Is.Not.EqualTo(first));
    }

    // Starts limits, and ends them again.
    private static CancellationToken[] Tokens(TimeLimits limits, int count)
    {
        TimeLimit[] started = [.. Enumerable.Range(0, count).Select(_ => limits.Start(CancellationToken.None))];
        CancellationToken[] tokens = [.. started.Select(limit => limit.Token)];
        Array.ForEach(started, limit => limit.Dispose());
        return tokens;
    }
}

using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace Plannr.Client.Tests.Timeouts;

/// <summary>Tests that timeouts follow the clock of the options. The system clock only ends a test that fails.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class TimeoutClockTests(Construction construction)
{
    private static readonly TimeSpan Attempt = TimeSpan.FromHours(1);
    private static readonly TimeSpan Total = TimeSpan.FromHours(2);
    // A call that does not follow the clock would never end.
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(1);

    private readonly ClockWithoutDelays _clock = new();

    [Test]
    public async Task Attempt_times_out_when_the_clock_of_the_options_passes_the_timeout()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Stalling([], sent);
        await using var client = Create(server, _ => { });

        var call = client.Client.OAuthConnections.ListAsync();
        await sent.Task.WaitAsync(MaxWait);
        _clock.Advance(Attempt);

        var exception = Assert.ThrowsAsync<PlannrTimeoutException>(() => call.WaitAsync(MaxWait))!;
        Assert.That(exception.Message, Is.EqualTo("GET /api/v1/oauth/connections did not complete within AttemptTimeout (3600 s)."));
        Assert.That(exception.InnerException!.Message, Is.EqualTo("The time limit of 3600 s was exceeded."));
    }

    [Test]
    public async Task Log_of_a_retry_after_a_timeout_has_its_reason()
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            if (sent.TrySetResult())
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            await stream.WriteAsync(RawResponse.Json(200, "{}"), cancellationToken);
        });
        using var logs = new Logs();
        await using var client = Create(server, options => options.MaxRetries = 1, logs);

        var call = client.Client.OAuthConnections.ListAsync();
        await sent.Task.WaitAsync(MaxWait);
        _clock.Advance(Attempt);
        await call.WaitAsync(MaxWait);

        Assert.That(logs.Lines[0], Does.StartWith("Warning Plannr.Client[3] Retrying OAuthConnections_List (1 of 1) in ").And.EndsWith(" ms after a timeout."));
    }

    [Test]
    public async Task Call_that_waits_for_a_permit_times_out_when_the_clock_passes_the_total_timeout()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
        using var taken = await limiter.AcquireAsync();
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, options => options.RateLimiter = limiter);

        var call = client.Client.OAuthConnections.ListAsync();
        _clock.Advance(Total);

        var exception = Assert.ThrowsAsync<PlannrTimeoutException>(() => call.WaitAsync(MaxWait))!;
        Assert.That(exception.Message, Is.EqualTo("GET /api/v1/oauth/connections did not complete within TotalTimeout (7200 s)."));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Message_of_a_timeout_has_the_attempts_and_the_last_status()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        using var limiter = new OnePermit();
        await using var client = Create(server, options =>
        {
            options.RateLimiter = limiter;
            options.MaxRetries = 1;
        });

        var call = client.Client.OAuthConnections.ListAsync();
        await limiter.SecondAsked.WaitAsync(MaxWait);
        _clock.Advance(Total);

        var exception = Assert.ThrowsAsync<PlannrTimeoutException>(() => call.WaitAsync(MaxWait))!;
        Assert.That(exception.Message, Is.EqualTo("GET /api/v1/oauth/connections did not complete within TotalTimeout (7200 s). The last status was 503."));
    }

    [Test]
    public async Task Call_that_is_canceled_while_it_waits_for_a_retry_throws_OperationCanceledException()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        using var limiter = new OnePermit();
        await using var client = Create(server, options =>
        {
            options.RateLimiter = limiter;
            options.MaxRetries = 1;
        });
        using var cancellation = new CancellationTokenSource();

        var call = client.Client.OAuthConnections.ListAsync(cancellation.Token);
        await limiter.SecondAsked.WaitAsync(MaxWait);
        await cancellation.CancelAsync();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => call.WaitAsync(MaxWait))!;
        Assert.That(exception.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    private ClientUnderTest Create(RawServer server, Action<PlannrClientOptions> configure, Logs? logs = null) => ClientUnderTest.Create(
        construction,
        options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
            options.TimeProvider = _clock;
            options.AttemptTimeout = Attempt;
            options.TotalTimeout = Total;
            options.MaxRetries = 0;
            configure(options);
        },
        logs);

    /// <summary>Advances only when a test advances it. The delays before retries end at once.</summary>
    private sealed class ClockWithoutDelays : FakeTimeProvider
    {
        private static readonly TimeSpan MaxDelay = TimeSpan.FromMinutes(1);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < MaxDelay ? TimeSpan.Zero : dueTime, period);
    }

    /// <summary>Grants a permit to the first request, and lets every other request wait forever.</summary>
    private sealed class OnePermit : RateLimiter
    {
        private readonly TaskCompletionSource _secondAsked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;

        public override TimeSpan? IdleDuration => null;

        public Task SecondAsked => _secondAsked.Task;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => throw new NotSupportedException();

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref _asked) > 1)
            {
                _secondAsked.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return new Acquired();
        }

        private sealed class Acquired : RateLimitLease
        {
            public override bool IsAcquired => true;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = null;
                return false;
            }
        }
    }
}

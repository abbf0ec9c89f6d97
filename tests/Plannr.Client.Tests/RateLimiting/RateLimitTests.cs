using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;

namespace Plannr.Client.Tests.RateLimiting;

[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class RateLimitTests(Construction construction)
{
    // Clients with the same token share a limit, so each test needs a different token.
    private readonly string _token = $"token-{Guid.NewGuid():N}";

    [Test]
    public async Task Requests_per_minute_stay_within_the_limit()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var sent = new SentRequests();
        await using var client = Create(server, options => options.RequestsPerMinute = 3, sent);
        using var cancellation = new CancellationTokenSource();

        var calls = Enumerable.Range(0, 5).Select(_ => client.Client.OAuthConnections.ListAsync(cancellation.Token)).ToArray();

        Assert.That(sent.Count, Is.EqualTo(3));
        await Task.WhenAll(calls[..3]);
        await cancellation.CancelAsync();
        foreach (var call in calls[3..])
        {
            Assert.CatchAsync<OperationCanceledException>(() => call);
        }

        Assert.That(sent.Count, Is.EqualTo(3));
    }

    [Test]
    public async Task Clients_with_the_same_token_share_the_limit()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var sent = new SentRequests();
        using var sentBySecond = new SentRequests();
        using var sentByOther = new SentRequests();
        await using var first = Create(server, options => options.RequestsPerMinute = 1, sent);
        await using var second = Create(server, options => options.RequestsPerMinute = 1, sentBySecond);
        await using var other = Create(
            server,
            options =>
            {
                options.RequestsPerMinute = 1;
                options.AccessToken += "-other";
            },
            sentByOther);
        using var cancellation = new CancellationTokenSource();

        await first.Client.OAuthConnections.ListAsync();
        var otherCall = other.Client.OAuthConnections.ListAsync();
        var call = second.Client.OAuthConnections.ListAsync(cancellation.Token);

        Assert.That((sent.Count, sentByOther.Count, sentBySecond.Count), Is.EqualTo((1, 1, 0)));
        await otherCall;
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => call);
    }

    [Test]
    public async Task Request_with_a_full_queue_throws_without_sending()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, options => options.RequestsPerMinute = 1);
        using var cancellation = new CancellationTokenSource();

        await client.Client.OAuthConnections.ListAsync();
        var waiting = Enumerable.Range(0, 10).Select(_ => client.Client.OAuthConnections.ListAsync(cancellation.Token)).ToArray();
        var exception = Assert.ThrowsAsync<PlannrRateLimitException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Is.EqualTo("GET /api/v1/oauth/connections was not sent: too many requests are already waiting for the rate limit."));
        Assert.That(exception.StatusCode, Is.Zero);
        Assert.That(exception.RetryAfter, Is.Null);
        await cancellation.CancelAsync();
        foreach (var call in waiting)
        {
            Assert.CatchAsync<OperationCanceledException>(() => call);
        }

        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Limit_that_other_processes_also_use_is_kept()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", "X-Ratelimit-Remaining: 0"));
        using var sent = new SentRequests();
        await using var client = Create(server, options => options.RequestsPerMinute = 500, sent);
        using var cancellation = new CancellationTokenSource();

        var first = client.Client.OAuthConnections.ListAsync();
        Assert.That(sent.Count, Is.EqualTo(1));
        await first;
        var call = client.Client.OAuthConnections.ListAsync(cancellation.Token);

        Assert.That(sent.Count, Is.EqualTo(1), "A request was sent although the server reported that none remain.");
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => call);
    }

    [Test]
    public async Task Requests_are_limited_to_the_remaining_number_of_the_server()
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            var remaining = 3 - Interlocked.Increment(ref responses);
            await stream.WriteAsync(RawResponse.Json(200, "{}", $"X-Ratelimit-Remaining: {remaining}"), cancellationToken);
        });
        using var sent = new SentRequests();
        await using var client = Create(server, options => options.RequestsPerMinute = 500, sent);
        using var cancellation = new CancellationTokenSource();

        for (var i = 1; i <= 3; i++)
        {
            var allowed = client.Client.OAuthConnections.ListAsync();
            Assert.That(sent.Count, Is.EqualTo(i));
            await allowed;
        }

        var call = client.Client.OAuthConnections.ListAsync(cancellation.Token);

        Assert.That(sent.Count, Is.EqualTo(3), "A request was sent although the server reported that none remain.");
        await cancellation.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => call);
    }

    [TestCase("none")]
    [TestCase("-1")]
    [TestCase("1000000")]
    public async Task Invalid_remaining_limit_is_ignored(string remaining)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", $"X-Ratelimit-Remaining: {remaining}"));
        await using var client = Create(server, options => options.RequestsPerMinute = 2);

        await client.Client.OAuthConnections.ListAsync();
        await client.Client.OAuthConnections.ListAsync();

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task RequestsPerMinute_of_0_disables_the_limit()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", "X-Ratelimit-Remaining: 0"));
        await using var client = Create(server, options => options.RequestsPerMinute = 0);

        for (var i = 0; i < 3; i++)
        {
            await client.Client.OAuthConnections.ListAsync();
        }

        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task RateLimiter_option_replaces_the_limit_and_keeps_the_order()
    {
        using var limiter = new TokenBucketRateLimiter(new TokenBucketRateLimiterOptions
        {
            TokenLimit = 1,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromTicks(1),
            AutoReplenishment = false,
            QueueLimit = 10,
        });
        var order = new List<int>();
        // Each request allows the next one.
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(RawResponse.Json(200, "{}"), cancellationToken);
            limiter.TryReplenish();
        });
        await using var client = Create(server, options => options.RateLimiter = limiter);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(async number =>
        {
            await client.Client.OAuthConnections.DeleteWithResponseAsync(new Guid(number + 1, 0, 0, new byte[8])).ContinueWith(_ => { }, TaskScheduler.Default);
            lock (order)
            {
                order.Add(number);
            }
        }));

        Assert.That(server.Requests.Select(request => request.Split(' ')[1].Split('/')[^1]), Is.Ordered);
        Assert.That(server.Requests, Has.Count.EqualTo(5));
        Assert.That(limiter.GetStatistics()!.TotalSuccessfulLeases, Is.EqualTo(5));
    }

    [Test]
    public async Task Limiter_that_refuses_with_a_delay_is_asked_again_after_it()
    {
        using var limiter = new Refusing(times: 5, retryAfter: TimeSpan.FromSeconds(7));
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        var clock = new SkippingClock(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
        await using var client = Create(server, options =>
        {
            options.RateLimiter = limiter;
            options.TimeProvider = clock;
        });

        await client.Client.OAuthConnections.ListAsync();

        Assert.That(clock.Delays.Select(delay => delay.TotalSeconds), Is.All.InRange(7, 7.7));
        Assert.That(clock.Delays, Has.Count.EqualTo(5), "A wait for a permit was counted as a retry.");
        Assert.That(limiter.DisposedLeases, Is.EqualTo(6), "A lease was not disposed.");
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Limiter_that_refuses_without_a_delay_is_asked_again_with_backoff()
    {
        using var limiter = new Refusing(times: 10, retryAfter: null);
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        var clock = new SkippingClock(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2));
        await using var client = Create(server, options =>
        {
            options.RateLimiter = limiter;
            options.TimeProvider = clock;
        });

        await client.Client.OAuthConnections.ListAsync();

        Assert.That(clock.Delays, Has.Count.EqualTo(10).And.All.GreaterThan(TimeSpan.Zero).And.All.LessThanOrEqualTo(TimeSpan.FromSeconds(5)));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Limiter_that_refuses_beyond_TotalTimeout_ends_the_call_with_its_delay()
    {
        using var limiter = new Refusing(times: 1, retryAfter: TimeSpan.FromHours(1));
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, options => options.RateLimiter = limiter);

        var exception = Assert.ThrowsAsync<PlannrRateLimitException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Does.StartWith("GET /api/v1/oauth/connections was not sent: the rate limiter refused a permit."));
        Assert.That(exception.RetryAfter, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Wait_for_a_permit_counts_towards_TotalTimeout_only()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
        using var taken = await limiter.AcquireAsync();
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, options =>
        {
            options.RateLimiter = limiter;
            options.AttemptTimeout = TimeSpan.FromMilliseconds(50);
            options.TotalTimeout = TimeSpan.FromMilliseconds(300);
        });

        var exception = Assert.ThrowsAsync<PlannrTimeoutException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Does.Contain("within TotalTimeout (0.3 s)"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Log_has_the_time_of_a_wait_for_a_permit_and_nothing_without_a_wait()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 1, QueueLimit = 1 });
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var sent = new SentRequests();
        using var logs = new Logs();
        var clock = new FakeTimeProvider();
        await using var client = Create(
            server,
            options =>
            {
                options.RateLimiter = limiter;
                options.TimeProvider = clock;
            },
            sent,
            logs);

        await client.Client.OAuthConnections.ListAsync();
        var taken = await limiter.AcquireAsync();
        var call = client.Client.OAuthConnections.ListAsync();
        clock.Advance(TimeSpan.FromMilliseconds(1_500));
        taken.Dispose();
        await call;

        Assert.That(logs.Lines.Where(line => line.Contains("rate limit")), Is.EqualTo(new[] { "Information Plannr.Client[5] The rate limit delays OAuthConnections_List by 1500 ms." }));
    }

    private ClientUnderTest Create(RawServer server, Action<PlannrClientOptions> configure, SentRequests? sent = null, Logs? logs = null) => ClientUnderTest.Create(
        construction,
        options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = _token;
            configure(options);
        },
        logs,
        sent);

    /// <summary>A limiter that, like distributed limiters, refuses at once and returns the time to wait.</summary>
    private sealed class Refusing(int times, TimeSpan? retryAfter) : RateLimiter
    {
        private readonly TimeSpan? _retryAfter = retryAfter;
        private int _left = times;
        private int _disposedLeases;

        public int DisposedLeases => Volatile.Read(ref _disposedLeases);

        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease(this, _left-- <= 0);

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

        private sealed class Lease(Refusing limiter, bool isAcquired) : RateLimitLease
        {
            public override bool IsAcquired => isAcquired;

            public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

            public override bool TryGetMetadata(string metadataName, out object? metadata)
            {
                metadata = metadataName == MetadataName.RetryAfter.Name ? (object?)limiter._retryAfter : null;
                return metadata is not null;
            }

            protected override void Dispose(bool disposing)
            {
                Interlocked.Increment(ref limiter._disposedLeases);
                base.Dispose(disposing);
            }
        }
    }
}

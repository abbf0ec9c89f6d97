using System.Threading.RateLimiting;
using Plannr.Client.Sending;

namespace Plannr.Client.Tests.RateLimiting;

/// <summary>Tests how <c>X-Ratelimit-Remaining</c> and status 429 change the permits that the limiter reports.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class RateLimitLearningTests(Construction construction)
{
    // Clients with the same token share a limit, so each test needs a different token.
    private readonly string _token = $"token-{Guid.NewGuid():N}";

    [TestCase(0)]
    [TestCase(3)]
    public async Task Limit_has_as_many_permits_left_as_the_server_reports(int remaining)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", $"X-Ratelimit-Remaining: {remaining}"));

        await CallAsync(server);

        Assert.That(PermitsLeft(server, atMost: 10), Is.EqualTo(remaining));
    }

    [TestCase("X-Ratelimit-Remaining: 3")]
    [TestCase("X-Other: 1")]
    public async Task Limit_has_no_permits_left_after_status_429(string header)
    {
        await using var server = RawServer.Answering(RawResponse.Json(429, "{}", header, "Retry-After: 86400"));

        await CallAsync(server);

        Assert.That(PermitsLeft(server, atMost: 10), Is.Zero);
    }

    [TestCase("X-Ratelimit-Remaining: 400")]
    [TestCase("X-Ratelimit-Remaining: 99")]
    [TestCase("X-Ratelimit-Remaining: -1")]
    [TestCase("X-Ratelimit-Remaining: +1")]
    [TestCase("X-Ratelimit-Remaining: few")]
    [TestCase("X-Other: 1")]
    public async Task Limit_keeps_its_permits_if_the_server_reports_no_fewer(string header)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", header));

        await CallAsync(server, requestsPerMinute: 100);

        Assert.That(PermitsLeft(server, atMost: 200, requestsPerMinute: 100), Is.EqualTo(99));
    }

    [Test]
    public async Task Replenishing_limiter_of_the_application_has_as_many_permits_left_as_the_server_reports()
    {
        using var limiter = Replenishing();
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", "X-Ratelimit-Remaining: 3"));

        await CallAsync(server, options => options.RateLimiter = limiter);

        Assert.That(limiter.GetStatistics()!.CurrentAvailablePermits, Is.EqualTo(3));
    }

    [TestCase(9)]
    [TestCase(400)]
    public async Task Replenishing_limiter_of_the_application_is_unchanged_if_the_server_reports_no_fewer(int remaining)
    {
        using var limiter = Replenishing();
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", $"X-Ratelimit-Remaining: {remaining}"));

        await CallAsync(server, options => options.RateLimiter = limiter);

        var statistics = limiter.GetStatistics()!;
        Assert.That((statistics.CurrentAvailablePermits, statistics.TotalSuccessfulLeases), Is.EqualTo((9, 1)));
    }

    [Test]
    public async Task Concurrency_limiter_of_the_application_keeps_its_permits()
    {
        using var limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = 10 });
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", "X-Ratelimit-Remaining: 3"));

        await CallAsync(server, options => options.RateLimiter = limiter);

        Assert.That(limiter.GetStatistics()!.TotalSuccessfulLeases, Is.EqualTo(1), "The client took permits, which would return only with their leases.");
    }

    [Test]
    public async Task Log_has_the_number_of_requests_that_are_left_even_without_a_limit()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", "X-Ratelimit-Remaining: 3"));
        using var logs = new Logs();

        await CallAsync(server, options => options.RequestsPerMinute = 0, logs);

        Assert.That(logs.Lines, Has.One.EqualTo("Debug Plannr.Client[6] OAuthConnections_List: 3 requests remain in the rate limit."));
    }

    [Test]
    public void Partition_as_a_string_does_not_contain_the_token()
        => Assert.That(new RateLimits.Partition(new Uri("https://api.plannrcrm.com"), _token, 500).ToString(), Is.EqualTo("500 requests a minute"));

    private static SlidingWindowRateLimiter Replenishing()
        => new(new SlidingWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromHours(1), SegmentsPerWindow = 1, AutoReplenishment = false });

    private async Task CallAsync(RawServer server, int requestsPerMinute) => await CallAsync(server, options => options.RequestsPerMinute = requestsPerMinute);

    private async Task CallAsync(RawServer server, Action<PlannrClientOptions>? configure = null, Logs? logs = null)
    {
        await using var client = ClientUnderTest.Create(
            construction,
            options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = _token;
                configure?.Invoke(options);
            },
            logs);
        try
        {
            await client.Client.OAuthConnections.ListAsync();
        }
        catch (PlannrRateLimitException)
        {
            // The test is only about the limit.
        }
    }

    // Counts the permits that can be acquired without waiting. All clients with the same server, token, and limit share them.
    private int PermitsLeft(RawServer server, int atMost, int requestsPerMinute = 500)
    {
        var limits = new RateLimits(new PlannrClientOptions { BaseAddress = server.BaseAddress, RequestsPerMinute = requestsPerMinute });
        using var cancellation = new CancellationTokenSource();
        var taken = 0;
        while (taken < atMost && limits.AcquireAsync(_token, cancellation.Token).AsTask().IsCompletedSuccessfully)
        {
            taken++;
        }

        cancellation.Cancel();
        return taken;
    }
}

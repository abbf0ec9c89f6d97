using Microsoft.Extensions.Time.Testing;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Api;

/// <summary>Tests the rate limit, which applies to each token and minute.</summary>
public sealed class RateLimitTests
{
    [Test]
    public async Task Rate_limit_counts_down_from_500()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That(await RemainingAsync(sandbox), Is.EqualTo((200, "499")));
        Assert.That(await RemainingAsync(sandbox), Is.EqualTo((200, "498")));
    }

    [Test]
    public async Task Request_over_the_rate_limit_returns_429_until_the_minute_ends()
    {
        var clock = new FakeTimeProvider();
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 2, TimeProvider = clock });
        using var httpClient = sandbox.CreateClient();
        var client = new OAuthConnectionsClient(httpClient);
        await client.ListAsync();
        clock.Advance(TimeSpan.FromSeconds(30));
        await client.ListAsync();

        clock.Advance(TimeSpan.FromSeconds(29.9));
        var exception = Assert.ThrowsAsync<PlannrApiException>(() => client.ListAsync());
        Assert.That(exception!.StatusCode, Is.EqualTo(429));
        Assert.That(exception.Headers["X-Ratelimit-Remaining"].Single(), Is.EqualTo("0"));

        clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.That((await client.ListWithResponseAsync()).RateLimitRemaining, Is.EqualTo(1));
    }

    [Test]
    public async Task Each_token_has_its_own_rate_limit()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 5, Token = "one", OtherTokens = ["two"] });
        await sandbox.ListAsync();
        await sandbox.ListAsync();

        Assert.That(await RemainingAsync(sandbox, "two"), Is.EqualTo((200, "4")));
        Assert.That(await RemainingAsync(sandbox, "one"), Is.EqualTo((200, "2")));
    }

    [Test]
    public async Task Request_with_an_unknown_token_does_not_count()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 5 });

        Assert.That(await RemainingAsync(sandbox, "another"), Is.EqualTo((401, "5")));
        Assert.That(await RemainingAsync(sandbox), Is.EqualTo((200, "4")));
    }

    [Test]
    public async Task Concurrent_requests_are_each_counted_once()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 50 });

        var replies = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => sandbox.ListAsync()));

        Assert.That(replies.Count(r => r.Status == 200), Is.EqualTo(50));
        Assert.That(
            replies.Where(r => r.Status == 200).Select(r => int.Parse(r.Headers["X-Ratelimit-Remaining"], System.Globalization.CultureInfo.InvariantCulture)).Order(),
            Is.EqualTo(Enumerable.Range(0, 50)));
    }

    [Test]
    public async Task Rate_limit_of_zero_counts_no_requests()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 0 });
        await sandbox.ListAsync();

        Assert.That(await RemainingAsync(sandbox), Is.EqualTo((200, "500")));
    }

    private static async Task<(int Status, string Remaining)> RemainingAsync(PlannrSandbox sandbox, string? token = null)
    {
        var reply = await sandbox.ListAsync(("Authorization", $"Bearer {token ?? sandbox.Token}"));
        return (reply.Status, reply.Headers["X-Ratelimit-Remaining"]);
    }
}

using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Plannr.Client.Tests.Retries;

/// <summary>Tests which requests are retried, and after which delay. The clock records the delays and skips them.</summary>
[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class RetryTests(Construction construction)
{
    private const string Body = """{"label":"My Fundment Account 1"}""";

    [Test]
    public async Task Retry_delay_grows_with_jitter()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));

        var trial = await Trial.RunAsync(construction, server, options =>
        {
            options.MaxRetries = 8;
            options.AttemptTimeout = TimeSpan.FromSeconds(31);
            options.TotalTimeout = TimeSpan.FromMinutes(10);
        });

        Assert.That(trial.Exception, Is.TypeOf<PlannrServerException>());
        Assert.That(trial.Attempts, Is.EqualTo(9));
        Assert.Multiple(() =>
        {
            Assert.That(trial.Delays, Has.Count.EqualTo(8));
            Assert.That(trial.Delays[0], Is.LessThan(TimeSpan.FromSeconds(2)));
            Assert.That(trial.Delays.Take(4).Sum(d => d.TotalSeconds), Is.LessThan(trial.Delays.Skip(4).Sum(d => d.TotalSeconds)));
            Assert.That(trial.Delays, Is.All.LessThanOrEqualTo(TimeSpan.FromSeconds(20)));
            Assert.That(trial.Delays.Distinct().Count(), Is.GreaterThan(2), "The delays have no jitter.");
        });
    }

    [Test]
    public async Task Two_calls_that_fail_together_are_retried_after_different_delays()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));

        var first = await Trial.RunAsync(construction, server, options => options.MaxRetries = 3);
        var second = await Trial.RunAsync(construction, server, options => options.MaxRetries = 3);

        Assert.That(second.Delays, Has.Count.EqualTo(3));
        Assert.That(second.Delays, Is.Not.EqualTo(first.Delays), "The delays have no jitter.");
    }

    [TestCase(1)]
    [TestCase(60)]
    public async Task Retry_After_in_seconds_delays_the_retry_with_jitter(int seconds)
    {
        var trial = await RespondAsync(429, seconds.ToString(CultureInfo.InvariantCulture), thenSucceed: true);

        Assert.That(trial.Exception, Is.Null);
        Assert.That(trial.Delays.Single().TotalSeconds, Is.InRange(seconds, seconds * 1.1));
    }

    [Test]
    public async Task Retry_After_as_a_date_delays_the_retry()
    {
        var trial = await RespondAsync(503, DateTimeOffset.UtcNow.AddSeconds(60).ToString("r"), thenSucceed: true);

        Assert.That(trial.Exception, Is.Null);
        // The date has whole seconds, and part of the time passes before the response is received.
        Assert.That(trial.Delays.Single().TotalSeconds, Is.InRange(30, 61));
    }

    [TestCase("-5")]
    [TestCase("0.5")]
    [TestCase("soon")]
    [TestCase("99999999999999999999")]
    [TestCase("Wed, 21 Oct 2015 07:28:00 GMT")]
    [TestCase("")]
    public async Task Invalid_Retry_After_is_ignored(string retryAfter)
    {
        var trial = await RespondAsync(429, retryAfter, thenSucceed: true);

        Assert.That(trial.Exception, Is.Null);
        Assert.That(trial.Delays.Single(), Is.LessThan(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task Retry_After_of_0_retries_at_once()
    {
        var trial = await RespondAsync(429, "0", thenSucceed: true);

        Assert.That(trial.Exception, Is.Null);
        Assert.That(trial.Delays, Is.All.EqualTo(TimeSpan.Zero));
    }

    [TestCase(429, typeof(PlannrRateLimitException))]
    [TestCase(503, typeof(PlannrServerException))]
    public async Task Retry_After_beyond_TotalTimeout_throws_at_once_with_its_delay(int status, Type type)
    {
        var trial = await RespondAsync(status, "86400");

        Assert.That(trial.Exception, Is.TypeOf(type));
        Assert.Multiple(() =>
        {
            Assert.That(((PlannrException)trial.Exception!).RetryAfter, Is.EqualTo(TimeSpan.FromDays(1)));
            Assert.That(trial.Exception.Message, Does.EndWith($"returned status {status}. Retry after 86400 s."));
            Assert.That(trial.Attempts, Is.EqualTo(1));
            Assert.That(trial.Delays, Is.Empty);
        });
    }

    [Test]
    public async Task Retry_After_date_beyond_TotalTimeout_throws_at_once_with_its_delay()
    {
        var trial = await RespondAsync(429, DateTimeOffset.UtcNow.AddDays(1).ToString("r"));

        Assert.That(((PlannrRateLimitException)trial.Exception!).RetryAfter!.Value.TotalHours, Is.InRange(23.9, 24));
        Assert.That(trial.Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Retry_After_is_compared_with_the_remaining_TotalTimeout()
    {
        await using var server = RawServer.Answering(RawResponse.Json(429, "{}", "Retry-After: 40"));

        var trial = await Trial.RunAsync(construction, server, options => options.MaxRetries = 10);

        // A total timeout of one minute allows only one delay of 40 seconds.
        Assert.That(trial.Exception, Is.TypeOf<PlannrRateLimitException>());
        Assert.That(trial.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task MaxRetries_of_0_disables_retries()
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));

        var trial = await Trial.RunAsync(construction, server, options => options.MaxRetries = 0);

        Assert.That(trial.Attempts, Is.EqualTo(1));
    }

    [TestCase("GET", 2)]
    [TestCase("PUT", 2)]
    [TestCase("DELETE", 2)]
    [TestCase("POST", 1)]
    [TestCase("PATCH", 1)]
    public async Task Only_idempotent_requests_are_retried(string method, int attempts)
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        await using var services = Services(server);
        using var httpClient = services.GetRequiredService<IHttpClientFactory>().CreateClient("Plannr");

        using var response = await httpClient.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/"));

        Assert.That(server.Requests, Has.Count.EqualTo(attempts));
    }

    [TestCase(true, 2)]
    [TestCase(false, 1)]
    public async Task Stream_is_sent_again_only_if_it_can_seek(bool canSeek, int attempts)
    {
        await using var server = RawServer.Answering(RawResponse.Json(503, "{}"));
        await using var services = Services(server);
        using var httpClient = services.GetRequiredService<IHttpClientFactory>().CreateClient("Plannr");
        using var content = new MemoryStream("abc"u8.ToArray());

        using var response = await httpClient.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/")
        {
            Content = new StreamContent(canSeek ? content : new System.IO.Compression.DeflateStream(content, System.IO.Compression.CompressionMode.Decompress))
            {
                Headers = { ContentLength = canSeek ? 3 : null },
            },
            Headers = { TransferEncodingChunked = !canSeek ? false : null },
        });

        Assert.That(server.Requests, Has.Count.EqualTo(attempts));
    }

    private static ServiceProvider Services(RawServer server)
    {
        var services = new ServiceCollection();
        services.AddPlannrClient(options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
            options.MaxRetries = 1;
            options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
        });
        return services.BuildServiceProvider();
    }

    private async Task<Trial> RespondAsync(int status, string retryAfter, bool thenSucceed = false)
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
        {
            var isLater = Interlocked.Increment(ref responses) > 1 && thenSucceed;
            await stream.WriteAsync(isLater ? RawResponse.Json(200, Body) : RawResponse.Json(status, "{}", $"Retry-After: {retryAfter}"), cancellationToken);
        });
        return await Trial.RunAsync(construction, server, options => options.TotalTimeout = TimeSpan.FromMinutes(2));
    }
}

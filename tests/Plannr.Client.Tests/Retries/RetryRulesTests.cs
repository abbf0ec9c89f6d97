using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Plannr.Client.Errors;
using Plannr.Client.Sending;
using Polly;

namespace Plannr.Client.Tests.Retries;

/// <summary>Tests the delay before a retry if the response specifies one.</summary>
public sealed class RetryRulesTests
{
    private const int Draws = 1_000;

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 2, 3, 4, 5, 6, TimeSpan.Zero));

    [TestCase(0.5, 0.05)]
    [TestCase(1, 0.1)]
    [TestCase(10, 1)]
    [TestCase(60, 1)]
    public void Delay_has_jitter_of_a_tenth_but_at_most_one_second(double seconds, double jitter)
    {
        var delays = Delays(TimeSpan.FromMinutes(2), new RetryConditionHeaderValue(TimeSpan.FromSeconds(60)), TimeSpan.FromSeconds(seconds));

        Assert.That(delays.Select(delay => delay.TotalSeconds), Is.All.InRange(seconds, seconds + jitter));
        Assert.That(delays.Max().TotalSeconds, Is.GreaterThan(seconds + (jitter / 2)));
        Assert.That(delays.Distinct().Count(), Is.GreaterThan(Draws / 2));
    }

    [Test]
    public void Delay_has_no_jitter_if_that_would_exceed_the_total_timeout()
        => Assert.That(Delays(TimeSpan.FromSeconds(60), new RetryConditionHeaderValue(TimeSpan.FromSeconds(60))), Is.All.EqualTo(TimeSpan.FromSeconds(60)));

    [Test]
    public void Delay_has_no_jitter_if_that_would_exceed_the_remaining_total_timeout()
        => Assert.That(
            Delays(TimeSpan.FromSeconds(90), new RetryConditionHeaderValue(TimeSpan.FromSeconds(60)), elapsed: TimeSpan.FromSeconds(30)),
            Is.All.EqualTo(TimeSpan.FromSeconds(60)));

    [Test]
    public void Response_is_retried_only_if_its_delay_fits_into_the_remaining_total_timeout()
    {
        var rules = new RetryRules(new PlannrClientOptions { TimeProvider = _clock, TotalTimeout = TimeSpan.FromSeconds(90) });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.plannrcrm.com/");
        Call.Start(request, _clock);
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.That(IsRetried(60), Is.True);
        Assert.That(IsRetried(61), Is.False);

        bool IsRetried(int seconds)
        {
            using var response = Response(new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)));
            return rules.ShouldRetry(Outcome.FromResult(response), request);
        }
    }

    [TestCase("GET", true)]
    [TestCase("PUT", true)]
    [TestCase("DELETE", true)]
    [TestCase("HEAD", true)]
    [TestCase("OPTIONS", true)]
    [TestCase("TRACE", true)]
    [TestCase("POST", false)]
    [TestCase("PATCH", false)]
    [TestCase("CONNECT", false)]
    public void Request_is_retried_if_its_method_is_idempotent(string method, bool isRetried)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "https://api.plannrcrm.com/");
        using var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        Call.Start(request, _clock);

        Assert.That(new RetryRules(new PlannrClientOptions { TimeProvider = _clock }).ShouldRetry(Outcome.FromResult(response), request), Is.EqualTo(isRetried));
    }

    [Test]
    public void Date_is_compared_with_the_clock_of_the_options()
    {
        using var response = Response(new RetryConditionHeaderValue(_clock.GetUtcNow().AddSeconds(7)));

        Assert.That(RetryAfter.Of(response, _clock), Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(RetryAfter.Of(new Dictionary<string, IReadOnlyList<string>> { ["Retry-After"] = [_clock.GetUtcNow().AddSeconds(7).ToString("r")] }, _clock), Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    public void Date_that_has_just_passed_is_ignored()
    {
        using var response = Response(new RetryConditionHeaderValue(_clock.GetUtcNow()));

        Assert.That(RetryAfter.Of(response, _clock), Is.Null);
    }

    [Test]
    public void Header_without_values_is_ignored()
        => Assert.That(RetryAfter.Of(new Dictionary<string, IReadOnlyList<string>> { ["Retry-After"] = [] }, _clock), Is.Null);

    private static HttpResponseMessage Response(RetryConditionHeaderValue retryAfter) => new(HttpStatusCode.ServiceUnavailable) { Headers = { RetryAfter = retryAfter } };

    private TimeSpan[] Delays(TimeSpan totalTimeout, RetryConditionHeaderValue retryAfter, TimeSpan? ofLimiter = null, TimeSpan elapsed = default)
    {
        var rules = new RetryRules(new PlannrClientOptions { TimeProvider = _clock, TotalTimeout = totalTimeout });
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://api.plannrcrm.com/");
        var call = Call.Start(request, _clock);
        _clock.Advance(elapsed);
        using var response = Response(retryAfter);
        // A limiter's delay can be a fraction of a second, but the header's cannot.
        var outcome = ofLimiter is null
            ? Outcome.FromResult(response)
            : Outcome.FromException<HttpResponseMessage>(new PlannrRateLimitException("Refused.", "GET", "/", ofLimiter));
        return [.. Enumerable.Range(0, Draws).Select(_ => rules.DelayAfter(outcome, call)!.Value)];
    }
}

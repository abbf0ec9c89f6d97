using System.Net;
using Plannr.Client.Errors;
using Polly;
using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>Decides whether a request is sent again, and after which delay.</summary>
internal sealed class RetryRules(PlannrClientOptions options)
{
    /// <summary>Returns a value that indicates whether a request is sent again, as a retry or after a wait for the rate limiter.</summary>
    public bool ShouldSendAgain(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
        => ShouldRetry(outcome, request) || ShouldWaitForLimiter(outcome, request);

    public bool ShouldRetry(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
        => options.MaxRetries > 0 && IsTransient(outcome) && IsIdempotent(request.Method) && IsRepeatable(request) && CanWaitFor(outcome, request);

    /// <summary>
    /// Returns a value that indicates whether the application's limiter is asked for a permit again. A limiter that several processes
    /// share has no queue and refuses at once, where the limiter of this process refuses only if its queue is full. This holds for all
    /// HTTP methods, because the request was not sent.
    /// </summary>
    public bool ShouldWaitForLimiter(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
        => options.RateLimiter is not null && outcome.Exception is PlannrRateLimitException { StatusCode: 0 } && CanWaitFor(outcome, request);

    /// <returns>The delay that the outcome specifies, with jitter. Null for the delay of the retry strategy.</returns>
    public TimeSpan? DelayAfter(Outcome<HttpResponseMessage> outcome, Call call)
    {
        if (DelayBy(outcome) is not { } delay)
        {
            return null;
        }

        // Clients that are refused at the same time should not retry at the same time.
        var delayWithJitter = delay + TimeSpan.FromMilliseconds(Math.Min(delay.TotalMilliseconds / 10, 1000) * Jitter());
        var remaining = Remaining(call);
        return delayWithJitter <= remaining ? delayWithJitter : delay;
    }

    /// <summary>Returns a value that indicates whether the body can be sent again. A stream that cannot seek has no known length.</summary>
    public static bool IsRepeatable(HttpRequestMessage request) => request.Content is null || request.Content.Headers.ContentLength is not null;

    private TimeSpan? DelayBy(Outcome<HttpResponseMessage> outcome)
        => outcome.Exception is PlannrRateLimitException { RetryAfter: { } delay } ? delay : RetryAfter.Of(outcome.Result, options.Clock);

    // A longer wait would only replace the response with a timeout.
    private bool CanWaitFor(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request) => !(DelayBy(outcome) > Remaining(Call.Of(request)));

    private static bool IsTransient(Outcome<HttpResponseMessage> outcome)
        => outcome.Exception is HttpRequestException or TimeoutRejectedException
            || outcome.Result?.StatusCode is HttpStatusCode.RequestTimeout or (HttpStatusCode)429
                or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;

    private static bool IsIdempotent(HttpMethod method)
        => method == HttpMethod.Get || method == HttpMethod.Put || method == HttpMethod.Delete
            || method == HttpMethod.Head || method == HttpMethod.Options || method == HttpMethod.Trace;

    private TimeSpan Remaining(Call call) => options.TotalTimeout - call.Elapsed(options.Clock);

#if NET
    private static double Jitter() => Random.Shared.NextDouble();
#else
    private static readonly ThreadLocal<Random> Random = new(() => new Random(Guid.NewGuid().GetHashCode()));

    private static double Jitter() => Random.Value!.NextDouble();
#endif
}

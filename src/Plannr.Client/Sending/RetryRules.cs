using System.Net;
using Polly;
using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>What is sent again, and when.</summary>
internal sealed class RetryRules(PlannrClientOptions options)
{
    /// <summary>Whether either of the two is true.</summary>
    public bool IsToBeSentAgain(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
        => IsToBeRetried(outcome, request) || IsToWaitForLimiter(outcome, request);

    public bool IsToBeRetried(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
        => options.MaxRetries > 0 && IsTransient(outcome) && IsIdempotent(request.Method) && IsRepeatable(request) && CanWaitFor(outcome, request);

    /// <summary>
    /// Whether the application's limiter is to be asked again: one that processes share keeps no queue, and refuses at once. Our
    /// own keeps one, and refuses when that is full. Nothing was sent, whatever the method.
    /// </summary>
    public bool IsToWaitForLimiter(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
        => options.RateLimiter is not null && outcome.Exception is PlannrRateLimitException { StatusCode: 0 } && CanWaitFor(outcome, request);

    /// <returns>How long to wait where the answer says so; null for the usual.</returns>
    public TimeSpan? DelayAfter(Outcome<HttpResponseMessage> outcome, Call call)
    {
        if (DelayBy(outcome) is not { } delay)
        {
            return null;
        }

        // Clients that were turned away together should not come back together.
        var delayWithJitter = delay + TimeSpan.FromMilliseconds(Math.Min(delay.TotalMilliseconds / 10, 1000) * Jitter());
        var remaining = Remaining(call);
        return delayWithJitter <= remaining ? delayWithJitter : delay;
    }

    /// <summary>Whether a body can be sent twice: a stream that cannot be rewound has no known length.</summary>
    public static bool IsRepeatable(HttpRequestMessage request) => request.Content is null || request.Content.Headers.ContentLength is not null;

    private TimeSpan? DelayBy(Outcome<HttpResponseMessage> outcome)
        => outcome.Exception is PlannrRateLimitException { RetryAfter: { } delay } ? delay : RetryAfter.Of(outcome.Result, options.Clock);

    // To wait for longer than is left would only turn the answer into a timeout.
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

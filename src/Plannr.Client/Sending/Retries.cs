using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>
/// How often and how long after each other attempts are made, by Polly. The standard resilience handler's choices do not fit a
/// limit per minute: its 30 seconds in total are over before the minute is, and it sends again what is not idempotent.
/// </summary>
internal static class Retries
{
    /// <summary>The request, in the context of what Polly executes.</summary>
    public static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("Plannr.Request");

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstLimiterDelay = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestLimiterDelay = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<HttpResponseMessage> Create(PlannrClientOptions options, RetryRules rules, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Clock };
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(Strategy(options.MaxRetries, FirstDelay, LongestDelay, rules, rules.IsToBeRetried, retry => Log.Retrying(
                logger, CallOf(retry.Context).Name, retry.AttemptNumber + 1, options.MaxRetries, retry.RetryDelay.TotalMilliseconds, Reason(retry))));
        }

        // As often as the total timeout allows: waiting for a permit is no attempt.
        return pipeline
            .AddRetry(Strategy(int.MaxValue, FirstLimiterDelay, LongestLimiterDelay, rules, rules.IsToWaitForLimiter, retry => Log.WaitingForRateLimit(
                logger, CallOf(retry.Context).Name, retry.RetryDelay.TotalMilliseconds)))
            .Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Strategy(
        int most, TimeSpan firstDelay, TimeSpan longestDelay, RetryRules rules, Func<Outcome<HttpResponseMessage>, HttpRequestMessage, bool> isHandled, Action<OnRetryArguments<HttpResponseMessage>> log)
        => new()
        {
            MaxRetryAttempts = most,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = firstDelay,
            MaxDelay = longestDelay,
            DelayGenerator = retry => new ValueTask<TimeSpan?>(rules.DelayAfter(retry.Outcome, CallOf(retry.Context))),
            ShouldHandle = retry => new ValueTask<bool>(isHandled(retry.Outcome, RequestOf(retry.Context))),
            OnRetry = retry =>
            {
                log(retry);
                return default;
            },
        };

    private static HttpRequestMessage RequestOf(ResilienceContext context) => context.Properties.GetValue(Request, null!);

    private static Call CallOf(ResilienceContext context) => Call.Of(RequestOf(context));

    private static string Reason(OnRetryArguments<HttpResponseMessage> retry) => retry.Outcome switch
    {
        { Result: { } response } => $"status {(int)response.StatusCode}",
        { Exception: TimeoutRejectedException } => "a timeout",
        _ => "a failed connection",
    };
}

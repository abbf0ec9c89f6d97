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
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                DelayGenerator = retry => new ValueTask<TimeSpan?>(rules.DelayAfter(retry.Outcome, CallOf(retry.Context))),
                ShouldHandle = retry => new ValueTask<bool>(rules.IsToBeRetried(retry.Outcome, RequestOf(retry.Context))),
                OnRetry = retry =>
                {
                    Log.Retrying(logger, CallOf(retry.Context).Name, retry.AttemptNumber + 1, options.MaxRetries, retry.RetryDelay.TotalMilliseconds, Reason(retry));
                    return default;
                },
            });
        }

        return pipeline
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // As often as the total timeout allows: waiting for a permit is no attempt.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstLimiterDelay,
                MaxDelay = LongestLimiterDelay,
                DelayGenerator = retry => new ValueTask<TimeSpan?>(rules.DelayAfter(retry.Outcome, CallOf(retry.Context))),
                ShouldHandle = retry => new ValueTask<bool>(rules.IsToWaitForLimiter(retry.Outcome, RequestOf(retry.Context))),
                OnRetry = retry =>
                {
                    Log.WaitingForRateLimit(logger, CallOf(retry.Context).Name, retry.RetryDelay.TotalMilliseconds);
                    return default;
                },
            })
            .Build();
    }

    private static HttpRequestMessage RequestOf(ResilienceContext context) => context.Properties.GetValue(Request, null!);

    private static Call CallOf(ResilienceContext context) => Call.Of(RequestOf(context));

    private static string Reason(OnRetryArguments<HttpResponseMessage> retry) => retry.Outcome switch
    {
        { Result: { } response } => $"status {(int)response.StatusCode}",
        { Exception: TimeoutRejectedException } => "a timeout",
        _ => "a failed connection",
    };
}

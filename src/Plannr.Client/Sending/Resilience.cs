using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>
/// The timeouts and the retries. The standard resilience handler's choices do not fit a limit per minute: its 30 seconds in
/// total are over before the minute is, and it sends again what is not idempotent.
/// </summary>
internal static class Resilience
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstLimiterDelay = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan LongestLimiterDelay = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<HttpResponseMessage> OfCalls(PlannrClientOptions options, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Clock }
            .AddTimeout(new TimeoutStrategyOptions
            {
                Timeout = options.TotalTimeout,
                OnTimeout = timeout =>
                {
                    CallOf(timeout.Context).IsOverdue = true;
                    return default;
                },
            });
        var rules = new RetryRules(options);
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstDelay,
                MaxDelay = LongestDelay,
                ShouldRetryAfterHeader = false,
                DelayGenerator = retry => new ValueTask<TimeSpan?>(rules.DelayAfter(retry.Outcome, CallOf(retry.Context))),
                ShouldHandle = retry => new ValueTask<bool>(rules.IsToBeRetried(retry.Outcome, retry.Context.GetRequestMessage()!)),
                OnRetry = retry =>
                {
                    Log.Retrying(logger, CallOf(retry.Context).Name, retry.AttemptNumber + 1, options.MaxRetries, retry.RetryDelay.TotalMilliseconds, Reason(retry));
                    return default;
                },
            });
        }

        return pipeline
            .AddRetry(new HttpRetryStrategyOptions
            {
                // As often as the total timeout allows: waiting for a permit is no attempt.
                MaxRetryAttempts = int.MaxValue,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstLimiterDelay,
                MaxDelay = LongestLimiterDelay,
                ShouldRetryAfterHeader = false,
                DelayGenerator = retry => new ValueTask<TimeSpan?>(rules.DelayAfter(retry.Outcome, CallOf(retry.Context))),
                ShouldHandle = retry => new ValueTask<bool>(rules.IsToWaitForLimiter(retry.Outcome, retry.Context.GetRequestMessage()!)),
                OnRetry = retry =>
                {
                    Log.WaitingForRateLimit(logger, CallOf(retry.Context).Name, retry.RetryDelay.TotalMilliseconds);
                    return default;
                },
            })
            .Build();
    }

    public static ResiliencePipeline<HttpResponseMessage> OfAttempts(PlannrClientOptions options)
        => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Clock }.AddTimeout(options.Timeout).Build();

    private static Call CallOf(ResilienceContext context) => Call.Of(context.GetRequestMessage()!);

    private static string Reason(OnRetryArguments<HttpResponseMessage> retry) => retry.Outcome switch
    {
        { Result: { } response } => $"status {(int)response.StatusCode}",
        { Exception: TimeoutRejectedException } => "a timeout",
        _ => "a failed connection",
    };
}

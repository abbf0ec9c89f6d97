using Microsoft.Extensions.Logging;
using Plannr.Client.Telemetry;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Plannr.Client.Sending;

/// <summary>
/// Creates the retry pipeline of Polly. The standard resilience handler does not suit a limit per minute: its total timeout of 30 seconds
/// passes before the minute does, and it also retries requests that are not idempotent.
/// </summary>
internal static class Retries
{
    /// <summary>The key of the request in Polly's context.</summary>
    public static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("Plannr.Request");

    private static readonly TimeSpan FirstDelay = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstLimiterDelay = TimeSpan.FromSeconds(0.1);
    private static readonly TimeSpan MaxLimiterDelay = TimeSpan.FromSeconds(5);

    public static ResiliencePipeline<HttpResponseMessage> Create(PlannrClientOptions options, RetryRules rules, ILogger logger)
    {
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = options.Clock };
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(Strategy(options.MaxRetries, FirstDelay, MaxDelay, rules, rules.ShouldRetry, retry => Log.Retrying(
                logger, CallOf(retry.Context).Name, retry.AttemptNumber + 1, options.MaxRetries, retry.RetryDelay.TotalMilliseconds, Reason(retry))));
        }

        // Without a maximum, because a wait for a permit is not an attempt. The total timeout ends it.
        return pipeline
            .AddRetry(Strategy(int.MaxValue, FirstLimiterDelay, MaxLimiterDelay, rules, rules.ShouldWaitForLimiter, retry => Log.WaitingForRateLimit(
                logger, CallOf(retry.Context).Name, retry.RetryDelay.TotalMilliseconds)))
            .Build();
    }

    private static RetryStrategyOptions<HttpResponseMessage> Strategy(
        int maxRetries, TimeSpan firstDelay, TimeSpan maxDelay, RetryRules rules, Func<Outcome<HttpResponseMessage>, HttpRequestMessage, bool> isHandled, Action<OnRetryArguments<HttpResponseMessage>> log)
        => new()
        {
            MaxRetryAttempts = maxRetries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = firstDelay,
            MaxDelay = maxDelay,
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

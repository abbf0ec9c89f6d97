using Microsoft.Extensions.Logging;

namespace Plannr.Client.Sending;

/// <summary>
/// Creates the handlers that a request passes through, from the call to the connection: call (logs, traces, exceptions), user agent,
/// retries (and total timeout), authorization, rate limit, attempt (timeout, body).
/// </summary>
internal static class HandlerChain
{
    public static IEnumerable<DelegatingHandler> Create(PlannrClientOptions options, ILogger logger)
    {
        yield return new CallHandler(options, logger);
        yield return new UserAgentHandler(options.UserAgent);
        yield return new RetryHandler(options, logger);
        yield return new AuthorizationHandler(options.Tokens, options.AccountUuid, logger);
        yield return new RateLimitHandler(new RateLimits(options), options.Clock, logger);
        yield return new AttemptHandler(options);
    }

    public static HttpClient CreateHttpClient(PlannrClientOptions options, ILogger logger, HttpMessageHandler? primaryHandler)
    {
        var handler = primaryHandler ?? PrimaryHandler.Create(options);
        foreach (var outer in Create(options, logger).Reverse())
        {
            outer.InnerHandler = handler;
            handler = outer;
        }

        var httpClient = new HttpClient(handler);
        Configure(httpClient, options);
        return httpClient;
    }

    public static void Configure(HttpClient httpClient, PlannrClientOptions options)
    {
        httpClient.BaseAddress = options.BaseAddress;
        // RetryHandler and AttemptHandler have timeouts, which also cover the body and the retries.
        httpClient.Timeout = Timeout.InfiniteTimeSpan;
    }
}

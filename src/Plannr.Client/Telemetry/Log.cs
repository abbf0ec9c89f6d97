using Microsoft.Extensions.Logging;

namespace Plannr.Client.Telemetry;

/// <summary>The log messages of the category <c>Plannr.Client</c>. They contain names and numbers, and no values that were sent or received.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Debug, "{Operation} returned status {Status} in {Milliseconds:0.0} ms after {Attempts} attempt(s).")]
    public static partial void Answered(ILogger logger, string operation, int status, double milliseconds, int attempts);

    [LoggerMessage(2, LogLevel.Information, "{Operation} failed with {Exception} in {Milliseconds:0.0} ms after {Attempts} attempt(s).")]
    public static partial void Failed(ILogger logger, string operation, string exception, double milliseconds, int attempts);

    [LoggerMessage(3, LogLevel.Warning, "Retrying {Operation} ({Retry} of {MaxRetries}) in {Milliseconds:0} ms after {Reason}.")]
    public static partial void Retrying(ILogger logger, string operation, int retry, int maxRetries, double milliseconds, string reason);

    [LoggerMessage(4, LogLevel.Warning, "{Operation} returned status 401. Requesting a new token from the access token provider.")]
    public static partial void TokenRejected(ILogger logger, string operation);

    [LoggerMessage(5, LogLevel.Information, "The rate limit delays {Operation} by {Milliseconds:0} ms.")]
    public static partial void WaitingForRateLimit(ILogger logger, string operation, double milliseconds);

    [LoggerMessage(6, LogLevel.Debug, "{Operation}: {Remaining} requests remain in the rate limit.")]
    public static partial void RateLimitLeft(ILogger logger, string operation, int remaining);

    [LoggerMessage(7, LogLevel.Information, "The response of {Operation} differs from the contract: {Kind} at '{Property}'. This difference is logged once.")]
    public static partial void Drifted(ILogger logger, string operation, string kind, string property);

    [LoggerMessage(8, LogLevel.Information, "Responses differ from the contract in more than {Places} places. Further places are not logged.")]
    public static partial void DriftsNoLongerLogged(ILogger logger, int places);
}

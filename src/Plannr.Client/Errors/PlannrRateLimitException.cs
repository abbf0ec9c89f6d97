using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// There were too many requests: Plannr says so (status 429), also after the retries, or the client did not even send it
/// (status 0), because too many wait already.
/// </summary>
public sealed class PlannrRateLimitException : PlannrErrorException
{
    internal PlannrRateLimitException(PlannrApiException response, TimeSpan? retryAfter)
        : base(response, retryAfter)
    {
    }

    internal PlannrRateLimitException(string message, string requestMethod, string requestPath, TimeSpan? retryAfter)
        : base(message, requestMethod, requestPath, innerException: null, retryAfter)
    {
    }
}

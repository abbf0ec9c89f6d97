using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// The exception that is thrown when there are too many requests: Plannr responds with status 429, including after all retries, or the
/// client does not send the request (status 0), because its rate limiter refuses it.
/// </summary>
public sealed class PlannrRateLimitException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <param name="retryAfter">The time to wait that the response specifies, or null. The default is null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrRateLimitException(PlannrApiException response, TimeSpan? retryAfter = null)
        : base(response, advice: null, retryAfter)
    {
    }

    /// <summary>Initializes a new instance of the class for a call without a response.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="retryAfter">The time to wait, or null if it is not known.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestMethod"/> or <paramref name="requestPath"/> is null.</exception>
    public PlannrRateLimitException(string message, string requestMethod, string requestPath, TimeSpan? retryAfter)
        : base(message, requestMethod, requestPath, innerException: null, retryAfter)
    {
    }
}

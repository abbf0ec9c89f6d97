using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// There were too many requests: Plannr says so (status 429), also after the retries, or the client did not even send it
/// (status 0), because too many wait already.
/// </summary>
public sealed class PlannrRateLimitException : PlannrErrorException
{
    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="response">The answer's exception, of the generated client.</param>
    /// <param name="retryAfter">How long the answer asks to wait; null if it does not say.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrRateLimitException(PlannrApiException response, TimeSpan? retryAfter = null)
        : base(response, retryAfter)
    {
    }

    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="retryAfter">How long to wait; null if that is not known.</param>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    public PlannrRateLimitException(string message, string requestMethod, string requestPath, TimeSpan? retryAfter)
        : base(message, requestMethod, requestPath, innerException: null, retryAfter)
    {
    }
}

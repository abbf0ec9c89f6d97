using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// There were too many requests: Plannr says so (status 429), also after the retries, or the client did not even send it
/// (status 0), because too many wait already.
/// </summary>
public sealed class PlannrRateLimitException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <param name="retryAfter">The time to wait that the response specifies, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrRateLimitException(PlannrApiException response, TimeSpan? retryAfter = null)
        : base(response, advice: null, retryAfter)
    {
    }

    /// <summary>Initializes a new instance of the class for a call without a response.</summary>
    /// <param name="message">The message.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="retryAfter">The time to wait, or null if it is not known.</param>
    /// <exception cref="ArgumentNullException">An argument other than the optional ones is null.</exception>
    public PlannrRateLimitException(string message, string requestMethod, string requestPath, TimeSpan? retryAfter)
        : base(message, requestMethod, requestPath, innerException: null, retryAfter)
    {
    }
}

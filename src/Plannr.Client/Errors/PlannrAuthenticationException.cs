using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The exception that is thrown when Plannr rejects the access token (status 401), or when the client has no valid token to send (status 0).</summary>
public sealed class PlannrAuthenticationException : PlannrException
{
    private const string Advice =
        "Plannr rejected the access token: it may be incomplete, expired or revoked. Set AccessToken to a valid token, or return one from the AccessTokenProvider. " + Authorization.HowToGetToken;

    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrAuthenticationException(PlannrApiException response)
        : base(response, Advice, retryAfter: null)
    {
    }

    /// <summary>Initializes a new instance of the class for a call without a response.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestMethod"/> or <paramref name="requestPath"/> is null.</exception>
    public PlannrAuthenticationException(string message, string requestMethod, string requestPath, Exception? innerException = null)
        : base(message, requestMethod, requestPath, innerException)
    {
    }
}

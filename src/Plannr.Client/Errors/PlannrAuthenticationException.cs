using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Plannr does not accept the access token (status 401), or there was none to send (status 0).</summary>
public sealed class PlannrAuthenticationException : PlannrErrorException
{
    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="response">The answer's exception, of the generated client.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrAuthenticationException(PlannrApiException response)
        : base(response)
    {
    }

    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="innerException">What it comes from, if anything.</param>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    public PlannrAuthenticationException(string message, string requestMethod, string requestPath, Exception? innerException = null)
        : base(message, requestMethod, requestPath, innerException)
    {
    }
}

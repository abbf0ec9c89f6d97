using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Plannr does not accept the access token (status 401), or there was none to send (status 0).</summary>
public sealed class PlannrAuthenticationException : PlannrErrorException
{
    internal PlannrAuthenticationException(PlannrApiException response)
        : base(response)
    {
    }

    internal PlannrAuthenticationException(string message, string requestMethod, string requestPath, Exception? innerException = null)
        : base(message, requestMethod, requestPath, innerException)
    {
    }
}

using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// No answer came, also after the retries: the connection failed, or broke. Whether Plannr carried the request out is not
/// known. The status is 0.
/// </summary>
public class PlannrTransportException : PlannrApiException
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = [];

    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="innerException">What it comes from, if anything.</param>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    public PlannrTransportException(string message, string requestMethod, string requestPath, Exception? innerException = null)
        : base(message, requestMethod, requestPath, statusCode: 0, NoHeaders, responseBody: "", innerException)
    {
    }
}

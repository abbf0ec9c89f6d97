using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// No answer came, also after the retries: the connection failed, or broke. Whether Plannr carried the request out is not
/// known. The status is 0.
/// </summary>
public class PlannrTransportException : PlannrApiException
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = [];

    internal PlannrTransportException(string message, string requestMethod, string requestPath, Exception innerException)
        : base(message, requestMethod, requestPath, statusCode: 0, NoHeaders, responseBody: "", innerException)
    {
    }
}

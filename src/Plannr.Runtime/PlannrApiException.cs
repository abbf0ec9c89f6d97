namespace Plannr.Generated;

/// <summary>
/// The API answered with an error, or with something that the contract does not describe. Neither the message nor
/// <see cref="Exception.ToString"/> holds anything of the body or the headers: they may hold secrets.
/// </summary>
public class PlannrApiException : Exception
{
    /// <summary>Creates an exception; the clients do, and tests may.</summary>
    /// <param name="message">What happened, without anything of the body.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="statusCode">The HTTP status code; 0 for no answer.</param>
    /// <param name="headers">The headers; their names should compare without case.</param>
    /// <param name="responseBody">The body as it came.</param>
    /// <param name="innerException">What it comes from, if anything.</param>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    public PlannrApiException(
        string message, string requestMethod, string requestPath, int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string responseBody,
        Exception? innerException = null)
        : base(message, innerException)
    {
        RequestMethod = requestMethod ?? throw new ArgumentNullException(nameof(requestMethod));
        RequestPath = requestPath ?? throw new ArgumentNullException(nameof(requestPath));
        StatusCode = statusCode;
        Headers = headers ?? throw new ArgumentNullException(nameof(headers));
        ResponseBody = responseBody ?? throw new ArgumentNullException(nameof(responseBody));
    }

    /// <summary>The HTTP method of the request.</summary>
    public string RequestMethod { get; }

    /// <summary>The path of the request, without its query.</summary>
    public string RequestPath { get; }

    /// <summary>The HTTP status code. A success code means that the answer's body is not what the contract says.</summary>
    public int StatusCode { get; }

    /// <summary>The headers of the response and of its content. Names compare without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>The body as it came, decoded to text; empty if there was none or it was larger than the client reads.</summary>
    public string ResponseBody { get; }
}

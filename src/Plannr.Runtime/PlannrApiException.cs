namespace Plannr.Generated;

/// <summary>
/// The exception that is thrown when the API returns an error, or a response that the contract does not describe. The message and
/// <see cref="Exception.ToString"/> contain no part of the body or the headers, which may contain secrets.
/// </summary>
public class PlannrApiException : Exception
{
    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="message">The message that describes the error, without any part of the body.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="statusCode">The HTTP status code, or 0 if there was no response.</param>
    /// <param name="headers">The headers. The keys of the dictionary should not be case-sensitive.</param>
    /// <param name="responseBody">The body as it was received, decoded to text.</param>
    /// <param name="innerException">The cause, or null. The default is null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestMethod"/>, <paramref name="requestPath"/>, <paramref name="headers"/> or
    /// <paramref name="responseBody"/> is null.</exception>
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

    /// <summary>Gets the HTTP method of the request.</summary>
    public string RequestMethod { get; }

    /// <summary>Gets the path of the request, without its query.</summary>
    public string RequestPath { get; }

    /// <summary>Gets the HTTP status code. If it is a success, the body does not match the contract. It is 0 if there was no response.</summary>
    public int StatusCode { get; }

    /// <summary>Gets the headers of the response and of its content. Header names are not case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; }

    /// <summary>Gets the body as it was received, decoded to text. Empty if there was no body, or if it exceeded the maximum size.</summary>
    public string ResponseBody { get; }
}

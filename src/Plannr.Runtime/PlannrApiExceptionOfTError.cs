namespace Plannr.Generated;

/// <summary>The exception that is thrown when the API returns an error with a body that the contract describes.</summary>
/// <typeparam name="TError">The type of the error's body.</typeparam>
public class PlannrApiException<TError> : PlannrApiException
{
    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="message">The message that describes the error, without any part of the body.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers. The keys of the dictionary should not be case-sensitive.</param>
    /// <param name="responseBody">The body as it was received, decoded to text.</param>
    /// <param name="error">The deserialized body.</param>
    /// <param name="innerException">The cause, or null. The default is null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestMethod"/>, <paramref name="requestPath"/>, <paramref name="headers"/> or
    /// <paramref name="responseBody"/> is null.</exception>
    public PlannrApiException(
        string message, string requestMethod, string requestPath, int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string responseBody,
        TError error, Exception? innerException = null)
        : base(message, requestMethod, requestPath, statusCode, headers, responseBody, innerException)
        => Error = error;

    /// <summary>Gets the deserialized body.</summary>
    public TError Error { get; }
}

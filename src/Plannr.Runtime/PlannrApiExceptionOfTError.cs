namespace Plannr.Generated;

/// <summary>The API answered with an error that the contract describes.</summary>
/// <typeparam name="TError">The type of the error's body.</typeparam>
public class PlannrApiException<TError> : PlannrApiException
{
    /// <summary>Creates an exception; the clients do, and tests may.</summary>
    /// <param name="message">What happened, without anything of the body.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="headers">The headers; their names should compare without case.</param>
    /// <param name="responseBody">The body as it came.</param>
    /// <param name="error">The body, read.</param>
    /// <param name="innerException">What it comes from, if anything.</param>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    public PlannrApiException(
        string message, string requestMethod, string requestPath, int statusCode, IReadOnlyDictionary<string, IReadOnlyList<string>> headers, string responseBody,
        TError error, Exception? innerException = null)
        : base(message, requestMethod, requestPath, statusCode, headers, responseBody, innerException)
        => Error = error;

    /// <summary>The body, read.</summary>
    public TError Error { get; }
}

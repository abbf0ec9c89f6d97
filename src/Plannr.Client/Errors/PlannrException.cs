using Plannr.Generated;

namespace Plannr.Client;

/// <summary>
/// The exception that the methods of a <see cref="PlannrClient"/> throw when a call fails. Derived classes represent the failures
/// that an application may handle. This class itself represents any other response that is not a documented success, such as a
/// redirect or a body that does not match the contract.
/// </summary>
public class PlannrException : PlannrApiException<ApiError>
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = [];

    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrException(PlannrApiException response)
        : this(response, advice: null, retryAfter: null)
    {
    }

    internal PlannrException(PlannrApiException response, string? advice, TimeSpan? retryAfter)
        : base(
            MessageOf(response, advice, retryAfter),
            response.RequestMethod,
            response.RequestPath,
            response.StatusCode,
            response.Headers,
            response.ResponseBody,
            response is PlannrApiException<ApiError> { Error: { } error } ? error : new ApiError(),
            // Keeps the typed body of an error that is not an ApiError.
            response is PlannrApiException<ApiError> || response.GetType() == typeof(PlannrApiException) ? response.InnerException : response)
        => RetryAfter = retryAfter;

    private protected PlannrException(string message, string requestMethod, string requestPath, Exception? innerException, TimeSpan? retryAfter = null)
        : base(message, requestMethod, requestPath, statusCode: 0, NoHeaders, responseBody: "", new ApiError(), innerException)
        => RetryAfter = retryAfter;

    /// <summary>Gets the time to wait before the next request, from the header <c>Retry-After</c>. Null if the response does not specify a time.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string MessageOf(PlannrApiException response, string? advice, TimeSpan? retryAfter)
    {
        var message = (response ?? throw new ArgumentNullException(nameof(response))).Message;
        if (advice is not null)
        {
            message += " " + advice;
        }

        return retryAfter is { } time ? $"{message} Retry after {time.TotalSeconds:0.###} s." : message;
    }
}

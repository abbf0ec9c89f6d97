using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Plannr did not do what it was asked to. A class for each reason derives from it.</summary>
public abstract class PlannrErrorException : PlannrApiException<ApiError>
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoHeaders = [];

    private protected PlannrErrorException(PlannrApiException response, TimeSpan? retryAfter = null)
        : base(
            MessageOf(response, retryAfter),
            response.RequestMethod,
            response.RequestPath,
            response.StatusCode,
            response.Headers,
            response.ResponseBody,
            response is PlannrApiException<ApiError> { Error: { } error } ? error : new ApiError())
        => RetryAfter = retryAfter;

    private protected PlannrErrorException(string message, string requestMethod, string requestPath, Exception? innerException, TimeSpan? retryAfter = null)
        : base(message, requestMethod, requestPath, statusCode: 0, NoHeaders, responseBody: "", new ApiError(), innerException)
        => RetryAfter = retryAfter;

    /// <summary>How long the answer asks to wait (<c>Retry-After</c>); null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; }

    private static string MessageOf(PlannrApiException response, TimeSpan? retryAfter)
    {
        var message = (response ?? throw new ArgumentNullException(nameof(response))).Message;
        return retryAfter is { } time ? $"{message} It asks to wait for {time.TotalSeconds:0.###} s." : message;
    }
}

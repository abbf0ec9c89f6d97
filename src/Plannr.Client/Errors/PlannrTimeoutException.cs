namespace Plannr.Client;

/// <summary>
/// The exception that is thrown when no complete response is received within <see cref="PlannrClientOptions.AttemptTimeout"/> or
/// <see cref="PlannrClientOptions.TotalTimeout"/>, including after all retries. Plannr may have processed the request. The status
/// is 0. A call that its caller cancels throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class PlannrTimeoutException : PlannrTransportException
{
    /// <summary>Initializes a new instance of the class for a call without a response.</summary>
    /// <param name="message">The message that describes the error.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="innerException">The cause, or null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="requestMethod"/> or <paramref name="requestPath"/> is null.</exception>
    public PlannrTimeoutException(string message, string requestMethod, string requestPath, Exception? innerException = null)
        : base(message, requestMethod, requestPath, innerException)
    {
    }
}

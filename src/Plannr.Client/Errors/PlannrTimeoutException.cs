namespace Plannr.Client;

/// <summary>
/// No answer came in time, also after the retries. Whether Plannr carried the request out is not known. The status is 0. A
/// call that its caller cancelled throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class PlannrTimeoutException : PlannrTransportException
{
    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="requestMethod">The HTTP method of the request.</param>
    /// <param name="requestPath">The path of the request, without its query.</param>
    /// <param name="innerException">What it comes from, if anything.</param>
    /// <exception cref="ArgumentNullException">An argument is null that may not be.</exception>
    public PlannrTimeoutException(string message, string requestMethod, string requestPath, Exception? innerException = null)
        : base(message, requestMethod, requestPath, innerException)
    {
    }
}

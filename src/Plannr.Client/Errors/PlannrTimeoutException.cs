namespace Plannr.Client;

/// <summary>
/// No answer came in time, also after the retries. Whether Plannr carried the request out is not known. The status is 0. A
/// call that its caller cancelled throws <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class PlannrTimeoutException : PlannrTransportException
{
    internal PlannrTimeoutException(string message, string requestMethod, string requestPath, Exception innerException)
        : base(message, requestMethod, requestPath, innerException)
    {
    }
}

namespace Plannr.Sandbox.Portal;

/// <summary>A request for a consent page cannot be served.</summary>
/// <param name="status">The status of the response.</param>
/// <param name="message">What is wrong, and what to do.</param>
internal sealed class ConsentException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

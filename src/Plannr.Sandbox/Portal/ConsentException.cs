namespace Plannr.Sandbox.Portal;

/// <summary>The exception that is thrown if a request for a consent page is not valid.</summary>
/// <param name="status">The status code of the response.</param>
/// <param name="message">The problem, and what to do.</param>
internal sealed class ConsentException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Plannr, or what stands before it, failed (status 500 to 599), also after the retries.</summary>
public sealed class PlannrServerException : PlannrErrorException
{
    /// <summary>Creates an exception; the client does, and tests may.</summary>
    /// <param name="response">The answer's exception, of the generated client.</param>
    /// <param name="retryAfter">How long the answer asks to wait; null if it does not say.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrServerException(PlannrApiException response, TimeSpan? retryAfter = null)
        : base(response, retryAfter)
    {
    }
}

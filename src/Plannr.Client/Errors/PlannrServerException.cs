using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The exception that is thrown when Plannr, or a proxy in front of it, fails (status 500 to 599), including after all retries.</summary>
public sealed class PlannrServerException : PlannrException
{
    /// <summary>Initializes a new instance of the class from an exception of the generated client.</summary>
    /// <param name="response">The exception that the generated client created for the response.</param>
    /// <param name="retryAfter">The time to wait that the response specifies, or null. The default is null.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public PlannrServerException(PlannrApiException response, TimeSpan? retryAfter = null)
        : base(response, advice: null, retryAfter)
    {
    }
}

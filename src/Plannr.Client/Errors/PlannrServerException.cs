using Plannr.Generated;

namespace Plannr.Client;

/// <summary>Plannr, or what stands before it, failed (status 500 to 599), also after the retries.</summary>
public sealed class PlannrServerException : PlannrErrorException
{
    internal PlannrServerException(PlannrApiException response, TimeSpan? retryAfter)
        : base(response, retryAfter)
    {
    }
}

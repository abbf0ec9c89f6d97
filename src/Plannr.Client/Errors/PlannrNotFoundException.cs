using Plannr.Generated;

namespace Plannr.Client;

/// <summary>There is no such resource (status 404; inferred, as the vendor does not document it).</summary>
public sealed class PlannrNotFoundException : PlannrErrorException
{
    internal PlannrNotFoundException(PlannrApiException response)
        : base(response)
    {
    }
}

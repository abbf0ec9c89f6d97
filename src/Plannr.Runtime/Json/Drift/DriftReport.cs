using Plannr.Generated;
using Plannr.Runtime.Requests;

namespace Plannr.Runtime.Json.Drift;

/// <summary>Passes the differences between a response and the contract to an observer.</summary>
/// <param name="operation">The operation of the response.</param>
/// <param name="observer">The function that is called for each difference, or null for none.</param>
internal readonly struct DriftReport(ApiOperation operation, Action<ContractDrift>? observer)
{
    /// <summary>Gets a value that indicates whether there is an observer.</summary>
    public bool IsObserved => observer is not null;

    public void Add(ContractDriftKind kind, string place = "") => observer?.Invoke(new ContractDrift(operation.Name, kind, place));
}

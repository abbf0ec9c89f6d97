using Plannr.Generated;
using Plannr.Runtime.Requests;

namespace Plannr.Runtime.Json;

/// <summary>Whom to tell of the places in which a response differs from the contract.</summary>
/// <param name="operation">The operation that is answered.</param>
/// <param name="observer">Is told of each place; null if nobody is.</param>
internal readonly struct DriftReport(ApiOperation operation, Action<ContractDrift>? observer)
{
    /// <summary>Gets a value that indicates whether somebody is told.</summary>
    public bool IsObserved => observer is not null;

    public void Add(ContractDriftKind kind, string place = "") => observer?.Invoke(new ContractDrift(operation.Name, kind, place));
}

using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Operations;

/// <summary>A documented error response.</summary>
/// <param name="Status">The status, a range such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="Type">The type of the body; null if there is no JSON body.</param>
/// <param name="Description">The contract's description.</param>
internal sealed record ErrorModel(string Status, TypeModel? Type, string Description)
{
    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }
}

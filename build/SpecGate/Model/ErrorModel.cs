namespace Plannr.SpecGate.Model;

/// <summary>A documented error.</summary>
/// <param name="Status">Its status, a range such as <c>4XX</c>, or <c>default</c>.</param>
/// <param name="Type">The type of its body; null if it has none that is JSON.</param>
/// <param name="Description">The contract's description.</param>
internal sealed record ErrorModel(string Status, TypeModel? Type, string Description)
{
    /// <summary>The place in the contract that it comes from.</summary>
    public ContractPlace At { get; init; }
}

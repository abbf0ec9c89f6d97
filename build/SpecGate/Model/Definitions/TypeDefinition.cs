using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>A generated type.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
internal abstract record TypeDefinition(string Name, string? Description, bool IsDeprecated)
{
    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }
}

namespace Plannr.SpecGate.Model;

/// <summary>A type that is generated.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Description">The contract's description; null for none.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
internal abstract record TypeDefinition(string Name, string? Description, bool IsDeprecated)
{
    /// <summary>The place in the contract that it comes from.</summary>
    public ContractPlace At { get; init; }
}

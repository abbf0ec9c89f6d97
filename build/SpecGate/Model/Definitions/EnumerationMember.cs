using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>A named value of an enumeration.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Value">The value, as the contract writes it.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
internal sealed record EnumerationMember(string Name, string Value, string? Description)
{
    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }
}

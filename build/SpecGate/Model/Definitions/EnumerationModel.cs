using Plannr.SpecGate.Model.Types;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>An extensible enumeration.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
/// <param name="Value">The type of its values.</param>
/// <param name="Members">The values that the contract names.</param>
internal sealed record EnumerationModel(string Name, string? Description, bool IsDeprecated, Primitive Value, IReadOnlyList<EnumerationMember> Members)
    : TypeDefinition(Name, Description, IsDeprecated);

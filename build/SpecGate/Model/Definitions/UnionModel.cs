namespace Plannr.SpecGate.Model.Definitions;

/// <summary>A class with a value of one of several types.</summary>
/// <param name="Name">Its name in C#.</param>
/// <param name="Description">The contract's description; null if there is none.</param>
/// <param name="IsDeprecated">Whether it is obsolete.</param>
/// <param name="Alternatives">The types.</param>
internal sealed record UnionModel(string Name, string? Description, bool IsDeprecated, IReadOnlyList<AlternativeModel> Alternatives)
    : TypeDefinition(Name, Description, IsDeprecated);

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>The subtypes of a class, and the JSON property that selects them.</summary>
/// <param name="Discriminator">The JSON property.</param>
/// <param name="Types">The names of the subtypes, with the property's value for each.</param>
internal sealed record SubtypesModel(string Discriminator, IReadOnlyList<(string Value, string Name)> Types);

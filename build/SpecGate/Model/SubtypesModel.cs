namespace Plannr.SpecGate.Model;

/// <summary>The subtypes of a class, and the JSON property that tells them apart.</summary>
/// <param name="Discriminator">The JSON property.</param>
/// <param name="Types">The subtypes' names, by the property's values.</param>
internal sealed record SubtypesModel(string Discriminator, IReadOnlyList<(string Value, string Name)> Types);

namespace Plannr.SpecGate.Model;

/// <summary>A discriminator's value that a class sets itself.</summary>
/// <param name="Owner">The class that declares the property.</param>
/// <param name="Property">The property's name in C#.</param>
/// <param name="Value">The value.</param>
internal sealed record DiscriminatorValueModel(string Owner, string Property, string Value);

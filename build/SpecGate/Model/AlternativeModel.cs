namespace Plannr.SpecGate.Model;

/// <summary>A type that a union may hold, and how its JSON is told from the others'.</summary>
/// <param name="Label">What follows <c>As</c> in the name of its method.</param>
/// <param name="Type">The type.</param>
/// <param name="Required">The JSON properties that it requires; for a list or a dictionary, those of its elements, and so is the rest.</param>
/// <param name="Discriminator">The JSON property that tells it from the others; null for none.</param>
/// <param name="Values">The values of that property.</param>
/// <param name="Constants">The JSON properties that always have the same value.</param>
/// <param name="Known">The values of an enumeration, where another alternative may be the same kind of JSON; empty otherwise.</param>
internal sealed record AlternativeModel(
    string Label,
    TypeModel Type,
    IReadOnlyList<string> Required,
    string? Discriminator,
    IReadOnlyList<string> Values,
    IReadOnlyList<(string Property, string Value)> Constants,
    IReadOnlyList<string> Known)
{
    /// <summary>The values of an enumeration, whatever the other alternatives are; empty for none.</summary>
    public IReadOnlyList<string> Enumerated { get; init; } = [];

    /// <summary>The place in the contract that it comes from.</summary>
    public ContractPlace At { get; init; }

    /// <summary>Whether C# can convert to the union implicitly: not from an interface, and any JSON is the union itself.</summary>
    public bool IsConvertible => Type is not (ListType or MapType or AnyType);
}

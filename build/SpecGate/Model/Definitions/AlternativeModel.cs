using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Model.Definitions;

/// <summary>A type of a union, and the rules that distinguish its JSON from that of the other types.</summary>
/// <param name="Label">The name of its method, without the prefix <c>As</c>.</param>
/// <param name="Type">The type.</param>
/// <param name="Required">
/// The required JSON properties. This and the following parameters describe the elements of a list or a dictionary.
/// </param>
/// <param name="Discriminator">The JSON property that identifies the type; null if there is none.</param>
/// <param name="Values">The values of the discriminator.</param>
/// <param name="Constants">The JSON properties that always have the same value.</param>
/// <param name="Known">The values of an enumeration if another alternative may have the same kind of JSON; otherwise empty.</param>
internal sealed record AlternativeModel(
    string Label,
    TypeModel Type,
    IReadOnlyList<string> Required,
    string? Discriminator,
    IReadOnlyList<string> Values,
    IReadOnlyList<(string Property, string Value)> Constants,
    IReadOnlyList<string> Known)
{
    /// <summary>Gets the values of an enumeration, regardless of the other alternatives. It is empty for other types.</summary>
    public IReadOnlyList<string> Enumerated { get; init; } = [];

    /// <summary>Gets its place in the contract.</summary>
    public ContractPlace At { get; init; }

    /// <summary>
    /// Gets whether the type has an implicit conversion to the union. C# does not allow conversions from interfaces, and any JSON is
    /// read by the union's constructor.
    /// </summary>
    public bool IsConvertible => Type is not (ListType or MapType or AnyType);
}

using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Modeling;

/// <summary>Tells which values the styles of parameters can write so that the receiver can tell them apart.</summary>
internal sealed class StyledValues(TypeBuilder types)
{
    private const string WayOut = "write it as JSON, with content: { application/json: { schema: ... } } in place of schema";

    /// <summary>Why a style cannot write a value.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="style">The contract's name of the style, or json.</param>
    /// <returns>The reason, which ends a sentence, or null if the style can.</returns>
    public string? Problem(TypeModel type, string style) => style switch
    {
        "json" => null,
        // It names each part by its path. It is not for a value without parts; a union may have one among others.
        "deepObject" => type is PrimitiveType or EnumerationType ? "the style deepObject writes objects only; remove it" : null,
        _ => Nested(type) is { } what ? $"the style {style} cannot write {what}; {WayOut}" : null,
    };

    // A value without a type is the caller's to know.
    private string? Nested(TypeModel type) => type switch
    {
        ListType list => PartsOf(list.Item) is { } parts ? $"a list of {parts}" : null,
        MapType map => PartsOf(map.Value) is { } parts ? $"an object of {parts}" : null,
        ClassType { Name: var name } => WithSubtypes(name).SelectMany(Members).Select(PartsOf).FirstOrDefault(p => p is not null) is { } parts ? $"an object of {parts}" : null,
        UnionType { Name: var name } => Alternatives(name).Select(Nested).FirstOrDefault(n => n is not null),
        _ => null,
    };

    private string? PartsOf(TypeModel part) => part switch
    {
        ListType => "lists",
        MapType or ClassType => "objects",
        UnionType { Name: var name } => Alternatives(name).Select(PartsOf).FirstOrDefault(n => n is not null),
        _ => null,
    };

    private IEnumerable<string> WithSubtypes(string name)
        => types.Definition(name) is ClassModel { Subtypes: { } subtypes } ? subtypes.Types.Select(s => s.Name).Prepend(name).Distinct() : [name];

    private IEnumerable<TypeModel> Members(string name)
    {
        var own = types.PropertiesOf(name).Select(p => p.Type);
        return types.Definition(name) is ClassModel { Others: { } others } ? own.Append(others) : own;
    }

    private IEnumerable<TypeModel> Alternatives(string name) => types.Definition(name) is UnionModel union ? union.Alternatives.Select(a => a.Type) : [];
}

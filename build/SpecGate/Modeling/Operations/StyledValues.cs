using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Types;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>Finds values that OpenAPI's styles of parameters are not defined for.</summary>
internal sealed class StyledValues(TypeBuilder types)
{
    /// <summary>Returns a message if OpenAPI does not define how a style writes a value.</summary>
    /// <param name="type">The type of the value.</param>
    /// <param name="style">The contract's name for the style, or json.</param>
    /// <returns>Sentences to follow a colon, or null if the style is defined for the value.</returns>
    public string? Problem(TypeModel type, string style) => style switch
    {
        "json" => null,
        // deepObject names each part by its path, so a value without parts cannot be written. A union may have alternatives with parts.
        "deepObject" => type is PrimitiveType or EnumerationType ? "the style deepObject is for objects only, so the value is written in the style form. Remove the style." : null,
        _ => Nested(type) is { } what ? $"OpenAPI does not define how the style {style} writes {what}, so the inner values are written as JSON. If the API expects JSON, write content: {{ application/json: {{ schema: ... }} }} in place of schema." : null,
    };

    // Values of any type are not checked: their type is only known at run time.
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

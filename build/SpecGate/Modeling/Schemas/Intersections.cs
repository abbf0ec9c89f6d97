using System.Runtime.CompilerServices;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>
/// Chooses the schema that represents an <c>allOf</c> that is not an object. A value fits all parts, so the most specific part
/// represents it. If no value fits all parts, the type is any JSON.
/// </summary>
internal sealed class Intersections(OpenApiContract contract, Func<SourceNode, SourceFile, ContractObject?> open, Action<SourceNode, SourceFile, string> warn)
{
    private static readonly SourceMap Anything = SourceMap.Of();

    private readonly Dictionary<SourceMap, SourceNode?> _representatives = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, JsonTypes> _types = new(ReferenceEqualityComparer.Instance);

    [Flags]
    private enum JsonTypes
    {
        None = 0,
        String = 1,
        Integer = 2,
        Fraction = 4,
        Boolean = 8,
        Array = 16,
        Object = 32,
        All = String | Integer | Fraction | Boolean | Array | Object,
    }

    /// <summary>Returns the schema that represents a composed schema: one of its parts, or a schema that allows any value; null for an object.</summary>
    public SourceNode? Representative(SourceMap node, SourceFile file)
    {
        if (!IsComposed(node) || SchemaKinds.Of(node) == SchemaKind.Enum)
        {
            return null;
        }

        if (!_representatives.TryGetValue(node, out var representative))
        {
            // A schema may be part of itself.
            _representatives.Add(node, null);
            _representatives[node] = representative = Choose(node, file);
        }

        return representative;
    }

    /// <summary>Returns whether two schemas have no JSON type in common, so that no value except null fits both.</summary>
    public bool AreDisjoint(ContractObject one, ContractObject other) => (TypesOf(one.Node, one.File) & TypesOf(other.Node, other.File)) == JsonTypes.None;

    private static bool IsComposed(SourceMap node)
        => SchemaKinds.Parts(node).Count > 0 || (node.Has("properties") && SchemaKinds.Alternatives(node).Count > 0);

    private SourceNode? Choose(SourceMap node, SourceFile file)
    {
        switch (TypesOf(node, file))
        {
            case JsonTypes.None:
                warn(node, file, "No value fits all parts of this schema, because they have different types. It is generated as any JSON (JToken). Correct the types.");
                return Anything;
            case JsonTypes.Object or JsonTypes.All:
                return null;
            default:
                return SchemaKinds.Parts(node).MinBy(p => Rank(p, file));
        }
    }

    private int Rank(SourceNode part, SourceFile file)
    {
        if (open(part, file)?.Node is not { } schema)
        {
            return int.MaxValue;
        }

        return SchemaKinds.Of(schema) switch
        {
            SchemaKind.Enum => 0,
            SchemaKind.Primitive => (schema.Text("type") == "number" ? 3 : 1) + (schema.Has("format") ? 0 : 1),
            SchemaKind.Array => schema.Map("items") is { Entries.Count: > 0 } ? 1 : 2,
            SchemaKind.File => 4,
            SchemaKind.Union => 5,
            _ => 6,
        };
    }

    // The JSON types that a schema allows.
    private JsonTypes TypesOf(SourceMap node, SourceFile file)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_types.TryGetValue(node, out var known))
        {
            return known;
        }

        _types.Add(node, JsonTypes.All);
        var types = node.List("allOf").Aggregate(Declared(node), (all, part) => all & Followed(part));
        if (SchemaKinds.Alternatives(node) is { Count: > 0 } alternatives)
        {
            types &= alternatives.Aggregate(JsonTypes.None, (any, alternative) => any | Followed(alternative));
        }

        return _types[node] = types;

        JsonTypes Followed(SourceNode part) => contract.Follow(part, OpenApi30.Schema, file) is { } target ? TypesOf(target.Node, target.File) : JsonTypes.All;
    }

    private static JsonTypes Declared(SourceMap node) => node.Text("type") switch
    {
        "string" => JsonTypes.String,
        "integer" => JsonTypes.Integer,
        "number" => JsonTypes.Integer | JsonTypes.Fraction,
        "boolean" => JsonTypes.Boolean,
        "array" => JsonTypes.Array,
        "object" => JsonTypes.Object,
        _ when node.Has("properties") || node.Has("discriminator") || node["additionalProperties"] is SourceMap => JsonTypes.Object,
        _ when node.Has("items") => JsonTypes.Array,
        _ when SchemaKinds.Of(node) == SchemaKind.Enum => JsonTypes.String,
        _ => JsonTypes.All,
    };
}

using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>
/// Finds schemas with properties and a discriminator that are unions: no schema inherits from them, and their alternatives or their
/// mapping refer to several other schemas. If another schema inherits from such a schema, it is a base class instead.
/// </summary>
internal sealed class MappedUnions
{
    private readonly OpenApiContract _contract;
    private readonly Action<SourceNode, SourceFile, string> _warn;
    private readonly HashSet<SourceMap> _inherited;
    private readonly Dictionary<SourceMap, SourceMap?> _unions = new(ReferenceEqualityComparer.Instance);

    public MappedUnions(OpenApiContract contract, Action<SourceNode, SourceFile, string> warn)
    {
        _contract = contract;
        _warn = warn;
        var bases = from schema in contract.Of(OpenApi30.Schema)
                    from part in schema.Node.List("allOf")
                    let target = contract.Follow(part, OpenApi30.Schema, schema.File)?.Node
                    where target is not null
                    select target;
        _inherited = new HashSet<SourceMap>(bases, ReferenceEqualityComparer.Instance);
    }

    /// <summary>Returns the union for a schema, or null if the schema is not a union.</summary>
    public SourceMap? Of(SourceMap node, SourceFile file)
    {
        if (!node.Has("discriminator") || _inherited.Contains(node) || SchemaKinds.Of(node) != SchemaKind.Class)
        {
            return null;
        }

        if (!_unions.TryGetValue(node, out var union))
        {
            _unions[node] = union = Build(node, file);
        }

        return union;
    }

    private SourceMap? Build(SourceMap node, SourceFile file)
    {
        var alternatives = SchemaKinds.Alternatives(node) is { Count: > 0 } written ? written : Mapped(node, file);
        // A single alternative needs no union.
        if (alternatives.Count < 2 || alternatives.Any(a => _contract.Follow(a, OpenApi30.Schema, file)?.Node is not { } target || target == node))
        {
            return null;
        }

        var discriminator = node.Map("discriminator")!.Text("propertyName");
        if (node.Map("properties")?.Entries.FirstOrDefault(p => p.Key.Text != discriminator) is { } property)
        {
            _warn(property.Key, file, $"The property '{property.Key.Text}' is an additional property of the union's alternatives, because this schema is generated as a union of the schemas that its discriminator names. To make it a property of each alternative, let them inherit from this schema with allOf.");
        }

        return new SourceMap(
            [
                .. node.Entries.Where(e => e.Key.Text is "description" or "deprecated" or "discriminator"),
                new SourceEntry(new SourceScalar("oneOf", false, node.Start), new SourceList(alternatives, node.Start)),
            ],
            node.Start);
    }

    private List<SourceNode> Mapped(SourceMap node, SourceFile file)
        => [.. Discriminator.Mapping(_contract, node, file)
            .Where(m => m.Target is not null)
            .DistinctBy(m => m.Target, ReferenceEqualityComparer.Instance)
            .Select(m => new SourceMap([new SourceEntry(new SourceScalar("$ref", false, m.Entry.Value.Start), new SourceScalar(m.Reference, true, m.Entry.Value.Start))], m.Entry.Value.Start))];
}

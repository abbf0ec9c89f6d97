using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>
/// Finds schemas that wrap another schema only to describe it or to allow null, and so have no type of their own. A component that
/// consists only of <c>allOf</c> with a class that has a discriminator is not a wrapper. It is a subtype without properties: its name
/// is a value of the discriminator. If such a component allows null and no mapping names it, it is still a wrapper.
/// </summary>
internal sealed class Wrappers
{
    private readonly OpenApiContract _contract;
    private readonly HashSet<SourceMap> _subtypes = new(ReferenceEqualityComparer.Instance);
    private readonly Intersections _intersections;
    private readonly MappedUnions _unions;

    public Wrappers(OpenApiContract contract, Action<SourceNode, SourceFile, string> warn)
    {
        _contract = contract;
        _intersections = new Intersections(contract, Open, warn);
        _unions = new MappedUnions(contract, warn);
        var components = (contract.Root.Map("components")?.Map("schemas")?.Entries ?? []).Select(e => e.Value).OfType<SourceMap>().Where(s => s.Reference is null).ToArray();
        var mapped = components.Where(IsClass).SelectMany(c => Discriminator.Mapping(contract, c, contract.Main)).Select(m => m.Target).ToHashSet<SourceNode?>(ReferenceEqualityComparer.Instance);
        _subtypes.UnionWith(components.Where(c => SchemaKinds.Parts(c) is [var part] && SchemaKinds.Wrapped(c) == part && IsSubtypeOfDiscriminated(part, []) && (c.Text("nullable") != "true" || mapped.Contains(c))));
    }

    /// <summary>Returns the schema that another schema only wraps, or null if it is not a wrapper.</summary>
    public SourceNode? Wrapped(SourceMap node, SourceFile file) => _subtypes.Contains(node) ? null : SchemaKinds.Wrapped(node) ?? OnlyAlternative(node, file) ?? Union(node, file) ?? _intersections.Representative(node, file);

    /// <inheritdoc cref="MappedUnions.Of"/>
    public SourceMap? Union(SourceMap node, SourceFile file) => _unions.Of(node, file);

    /// <inheritdoc cref="Intersections.AreDisjoint"/>
    public bool AreDisjoint(ContractObject one, ContractObject other) => _intersections.AreDisjoint(one, other);

    /// <summary>Follows references and wrappers to the schema that defines the type.</summary>
    public ContractObject? Open(SourceNode node, SourceFile file)
    {
        var located = _contract.Follow(node, OpenApi30.Schema, file);
        for (var steps = 0; steps < 100 && located is not null && Wrapped(located.Node, located.File) is { } wrapped; steps++)
        {
            located = _contract.Follow(wrapped, OpenApi30.Schema, located.File);
        }

        return located;
    }

    /// <summary>Returns whether a schema allows only null, as an alternative may.</summary>
    public bool IsNull(SourceNode node, SourceFile file)
        => _contract.Follow(node, OpenApi30.Schema, file)?.Node.List("enum").ToArray() is { Length: > 0 } values && values.All(v => v is SourceScalar scalar && scalar.IsNull());

    // The only alternative that is not null.
    private SourceNode? OnlyAlternative(SourceMap node, SourceFile file)
        => !node.Has("properties") && !node.Has("discriminator") && SchemaKinds.Parts(node).Count == 0
            && SchemaKinds.Alternatives(node) is { Count: > 1 } alternatives && alternatives.Where(a => !IsNull(a, file)).ToArray() is [var only]
                ? only
                : null;

    private bool IsSubtypeOfDiscriminated(SourceNode part, HashSet<SourceMap> seen)
        => part is SourceMap { Reference: not null } && _contract.Follow(part, OpenApi30.Schema, _contract.Main) is { Node: var target, File: var file }
            && file == _contract.Main && seen.Add(target)
            && IsClass(target) && (target.Has("discriminator") || SchemaKinds.Parts(target).Any(p => IsSubtypeOfDiscriminated(p, seen)));

    private static bool IsClass(SourceMap node) => SchemaKinds.Of(node, isComponent: true) == SchemaKind.Class;
}

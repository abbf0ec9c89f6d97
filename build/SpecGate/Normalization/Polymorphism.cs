using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Normalization;

/// <summary>Which values of a discriminator stand for which types.</summary>
internal sealed class Polymorphism
{
    private readonly OpenApiContract _contract;
    private readonly IReadOnlyDictionary<SourceMap, string> _componentKeys;
    private readonly Dictionary<SourceMap, List<(string Value, SourceMap Node)>> _subtypes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, List<(Located Owner, string Property, string Value)>> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Action<SourceNode, SourceFile, string> _refuse;

    public Polymorphism(OpenApiContract contract, IReadOnlyDictionary<SourceMap, string> componentKeys, ClassMembers members, Action<SourceNode, SourceFile, string> refuse)
    {
        _contract = contract;
        _componentKeys = componentKeys;
        _refuse = refuse;
        foreach (var elsewhere in contract.Of(OpenApi30.Schema).Where(s => s.File != contract.Main && s.Node.Has("discriminator")))
        {
            refuse(elsewhere.Node.Entry("discriminator")!.Key, elsewhere.File, "a discriminator in another document: its values name the schemas of the contract itself");
        }

        var classes = componentKeys.Keys.Where(n => SchemaKinds.Of(n, isComponent: true) == SchemaKind.Class && SchemaKinds.Wrapped(n) is null).ToArray();
        foreach (var parent in classes.Where(c => c.Map("discriminator")?.Text("propertyName") is not null))
        {
            var derived = classes.Where(c => Inherits(c, parent)).ToArray();
            _subtypes[parent] = [.. Explicit(parent, contract.Main, derived), .. derived.Where(d => !Mapped(parent, contract.Main).Any(m => m.Node == d)).Select(d => (componentKeys[d], d))];
            foreach (var type in _subtypes[parent].GroupBy(s => s.Node, ReferenceEqualityComparer.Instance).Where(g => g.Count() == 1).Select(g => g.Single()))
            {
                var property = parent.Map("discriminator")!.Text("propertyName")!;
                var values = _values.TryGetValue(type.Node, out var known) ? known : _values[type.Node] = [];
                if (!values.Any(v => v.Property == property))
                {
                    values.Add((new Located(parent, OpenApi30.Schema, contract.Main), property, type.Value));
                }
            }
        }

        bool Inherits(SourceMap type, SourceMap parent)
        {
            var seen = new HashSet<SourceMap>();
            var direct = members.Of(new Located(type, OpenApi30.Schema, contract.Main)).Base;
            while (direct is not null && direct.Node != parent && seen.Add(direct.Node))
            {
                direct = members.Of(direct).Base;
            }

            return direct?.Node == parent;
        }
    }

    /// <summary>The types that a base class's discriminator tells apart, with their values.</summary>
    public IReadOnlyList<(string Value, SourceMap Node)> Subtypes(SourceMap parent) => _subtypes.GetValueOrDefault(parent) ?? [];

    /// <summary>The values that stand for a class, where it is one value of a property, and whose property it is.</summary>
    public IReadOnlyList<(Located Owner, string Property, string Value)> ValuesOf(SourceMap type) => _values.GetValueOrDefault(type) ?? [];

    /// <summary>
    /// The attribute that tells an alternative of a union from the others, and its values for the alternative: the union's own,
    /// or else that of the base class that tells its subtypes apart.
    /// </summary>
    public (string? Discriminator, IEnumerable<string> Values) Tell(SourceMap union, SourceFile file, SourceNode alternative)
    {
        if (union.Map("discriminator")?.Text("propertyName") is { } discriminator)
        {
            return (discriminator, Values(union, file, alternative));
        }

        return _contract.Follow(alternative, OpenApi30.Schema, file)?.Node is { } type && ValuesOf(type) is [var (_, property, value), ..] ? (property, [value]) : (null, []);
    }

    private string[] Values(SourceMap union, SourceFile file, SourceNode alternative)
    {

        if (_contract.Follow(alternative, OpenApi30.Schema, file)?.Node is not { } target || alternative is not SourceMap { Reference: { } reference })
        {
            _refuse(alternative, file, "an alternative that is no $ref beside a discriminator, which cannot name it");
            return [];
        }

        var mapped = Mapped(union, file).Where(m => m.Node == target).Select(m => m.Value).ToArray();
        return mapped.Length > 0 ? mapped : [_componentKeys.GetValueOrDefault(target) ?? reference.Split('/')[^1]];
    }

    private IEnumerable<(string Value, SourceMap Node)> Explicit(SourceMap parent, SourceFile file, SourceMap[] derived)
    {
        foreach (var (value, node) in Mapped(parent, file))
        {
            if (derived.Contains(node))
            {
                yield return (value, node);
            }
            else if (node != parent)
            {
                _refuse(parent.Map("discriminator")!.Map("mapping")![value]!, file, $"the mapping of '{value}': what it leads to does not inherit from this schema by allOf");
            }
        }
    }

    private IEnumerable<(string Value, SourceMap Node)> Mapped(SourceMap owner, SourceFile file)
    {
        foreach (var entry in owner.Map("discriminator")?.Map("mapping")?.Entries ?? [])
        {
            var target = (entry.Value as SourceScalar)?.Text ?? "";
            var reference = target.Contains('/', StringComparison.Ordinal) || target.Contains('#', StringComparison.Ordinal) ? target : "#/components/schemas/" + target;
            if (_contract.Resolve(reference, file)?.Node is SourceMap node)
            {
                yield return (entry.Key.Text, node);
            }
            else
            {
                _refuse(entry.Value, file, $"the mapping of '{entry.Key.Text}': it leads nowhere");
            }
        }
    }
}

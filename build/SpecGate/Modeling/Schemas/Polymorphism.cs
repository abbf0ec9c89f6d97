using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Unsupported;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>Finds the types that the values of discriminators identify.</summary>
internal sealed class Polymorphism
{
    private readonly OpenApiContract _contract;
    private readonly IReadOnlyDictionary<SourceMap, string> _componentKeys;
    private readonly ClassMembers _members;
    private readonly Dictionary<SourceMap, List<(string Value, SourceMap Node)>> _subtypes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceMap, List<OwnValue>> _values = new(ReferenceEqualityComparer.Instance);
    private readonly Refusals _refusals;

    public Polymorphism(OpenApiContract contract, IReadOnlyDictionary<SourceMap, string> componentKeys, Wrappers wrappers, ClassMembers members, Refusals refusals)
    {
        _contract = contract;
        _componentKeys = componentKeys;
        _members = members;
        _refusals = refusals;
        foreach (var elsewhere in contract.Of(OpenApi30.Schema).Where(s => s.File != contract.Main && s.Node.Has("discriminator")))
        {
            refusals.Within(elsewhere.Node, () => refusals.Add(elsewhere.Node.Entry("discriminator")!.Key, elsewhere.File, "a discriminator in another document: its values name the schemas of the contract itself"));
        }

        var classes = componentKeys.Keys.Where(n => SchemaKinds.Of(n, isComponent: true) == SchemaKind.Class && wrappers.Wrapped(n, contract.Main) is null).ToArray();
        foreach (var parent in classes.Where(c => c.Map("discriminator")?.Text("propertyName") is not null))
        {
            refusals.Within(parent, () => AddSubtypes(parent, [.. classes.Where(c => Inherits(c, parent))]));
        }
    }

    /// <summary>A discriminator's value that identifies a class, and the class that declares the discriminator.</summary>
    public sealed record OwnValue(ContractObject Owner, Discriminator Discriminator, string Value);

    /// <summary>Returns the types that the discriminator of a base class identifies, with their values.</summary>
    public IReadOnlyList<(string Value, SourceMap Node)> Subtypes(SourceMap parent) => _subtypes.GetValueOrDefault(parent) ?? [];

    /// <summary>Returns the discriminator values of a class, except those of discriminators with several values for the class.</summary>
    public IReadOnlyList<OwnValue> ValuesOf(SourceMap type) => _values.GetValueOrDefault(type) ?? [];

    /// <summary>
    /// Returns the discriminator that identifies an alternative of a union, and its values for the alternative. It is the union's own
    /// discriminator, or else that of the alternative's base class.
    /// </summary>
    public (string? Discriminator, IEnumerable<string> Values) DiscriminatorOf(SourceMap union, SourceFile file, SourceNode alternative)
    {
        if (union.Map("discriminator")?.Text("propertyName") is { } discriminator)
        {
            // An alternative that the discriminator cannot name is identified by its structure.
            return Values(union, file, alternative, discriminator) is { Length: > 0 } values ? (discriminator, values) : (null, []);
        }

        if (_members.Open(alternative, file)?.Node is not { } type || ValuesOf(type) is not [var own, ..])
        {
            return (null, []);
        }

        // Values of subtypes identify the type too.
        return (own.Discriminator.Name, Subtypes(own.Owner.Node).Where(s => s.Node == type || Inherits(s.Node, type)).Select(s => s.Value));
    }

    /// <summary>
    /// Returns whether an alternative may be sent without the union's discriminator: it does not define that property, and the mapping
    /// names only other schemas, which define it. ASP.NET Core describes a base class that is not abstract in this way.
    /// </summary>
    public bool MayLackDiscriminator(SourceMap union, SourceFile file, SourceNode alternative)
        => union.Map("discriminator")?.Text("propertyName") is { } name
            && _members.Open(alternative, file) is { } target && SchemaKinds.Of(target.Node, isComponent: true) == SchemaKind.Class
            && !_members.Of(target).All().Properties.ContainsKey(name)
            && Mapped(union, file).Select(m => m.Node).ToArray() is { Length: > 0 } mapped
            && Array.TrueForAll(mapped, m => _members.Open(m, file) is { } other && _members.Of(other).All().Properties.ContainsKey(name));

    /// <summary>Returns the values of the <c>enum</c> of a class's property, or null if there is none.</summary>
    public string[]? AllowedValues(ContractObject type, string property)
    {
        var members = _members.Of(type);
        return Redefined(members, property) is { } own ? Enumerated(own, Discriminator.Of(members, property, _members.Open)) : null;
    }

    private void AddSubtypes(SourceMap parent, SourceMap[] derived)
    {
        var owner = new ContractObject(parent, OpenApi30.Schema, _contract.Main);
        var name = parent.Map("discriminator")!.Text("propertyName")!;
        var discriminator = Discriminator.Of(_members.Of(owner), name, _members.Open);
        if (discriminator.Type is null && derived.Length > 0)
        {
            _refusals.Warn(parent.Entry("discriminator")!.Key, _contract.Main, $"All objects are read as this class, because a discriminator must be text, a number or a boolean, but not a timestamp or bytes. Change the type of the discriminator '{name}'.");
            return;
        }

        var mapped = Explicit(parent, derived, discriminator).ToArray();
        _subtypes[parent] = [.. mapped, .. derived.Where(d => !Mapped(parent, _contract.Main).Any(m => m.Node == d)).SelectMany(d => Implicit(d, discriminator).Select(v => (v, d)))];
        foreach (var type in _subtypes[parent].GroupBy(s => s.Node, ReferenceEqualityComparer.Instance).Where(g => g.Count() == 1).SelectMany(g => g))
        {
            var values = _values.TryGetValue(type.Node, out var known) ? known : _values[type.Node] = [];
            if (!values.Any(v => v.Discriminator.Name == name))
            {
                values.Add(new OwnValue(owner, discriminator, type.Value));
            }
        }
    }

    private bool Inherits(SourceMap type, SourceMap parent)
    {
        var seen = new HashSet<SourceMap>(ReferenceEqualityComparer.Instance);
        var direct = _members.Of(new ContractObject(type, OpenApi30.Schema, _contract.Main)).Base;
        while (direct is not null && direct.Node != parent && seen.Add(direct.Node))
        {
            direct = _members.Of(direct).Base;
        }

        return direct?.Node == parent;
    }

    // The values without a mapping: the enum of the schema's own property, or else the schema's name if the type allows it.
    private string[] Implicit(SourceMap type, Discriminator discriminator)
        => _members.Of(new ContractObject(type, OpenApi30.Schema, _contract.Main)).Redefined.TryGetValue(discriminator.Name, out var own) && Enumerated(own, discriminator) is { } values
            ? values
            : discriminator.Canonical(_componentKeys[type]) is { } name ? [name] : [];

    private string[] Values(SourceMap union, SourceFile file, SourceNode alternative, string discriminator)
    {
        if (_members.Open(alternative, file) is not { } target)
        {
            return [];
        }

        var isClass = SchemaKinds.Of(target.Node) == SchemaKind.Class;
        var property = Discriminator.Of(isClass ? _members.Of(target) : null, discriminator, _members.Open);
        var mapped = Mapped(union, file).Where(m => m.Node == target.Node || m.Node == _contract.Follow(alternative, OpenApi30.Schema, file)?.Node).Select(m => property.Canonical(m.Value) ?? m.Value).ToArray();
        if (mapped.Length > 0)
        {
            return mapped;
        }

        if (isClass && AllowedValues(target, discriminator) is { } allowed)
        {
            return allowed;
        }

        // A union within a union has the values of all its alternatives.
        if (SchemaKinds.Of(target.Node) == SchemaKind.Union && target.Node != union)
        {
            return [.. SchemaKinds.Alternatives(target.Node).SelectMany(a => Values(target.Node, target.File, a, discriminator))];
        }

        // Only a $ref has a name. A mapping to a schema that does not exist may have been meant for this one, so the name is uncertain.
        if (alternative is not SourceMap { Reference: { } reference } || Discriminator.Mapping(_contract, union, file).Any(m => m.Target is null))
        {
            return [];
        }

        var name = _contract.Follow(alternative, OpenApi30.Schema, file)?.Node is { } node && _componentKeys.TryGetValue(node, out var key) ? key : reference.Split('/')[^1];
        return [name];
    }

    private static (SourceNode Node, SourceFile File)? Redefined(ClassMembers.Members members, string property)
        => members.Redefined.TryGetValue(property, out var own) || members.All().Properties.TryGetValue(property, out own) ? own : null;

    private string[]? Enumerated((SourceNode Node, SourceFile File) property, Discriminator discriminator)
        => _members.Open(property.Node, property.File) is { } schema ? discriminator.Enumerated(schema.Node) : null;

    private IEnumerable<(string Value, SourceMap Node)> Explicit(SourceMap parent, SourceMap[] derived, Discriminator discriminator)
    {
        foreach (var (value, node) in Mapped(parent, _contract.Main))
        {
            var place = parent.Map("discriminator")!.Map("mapping")![value]!;
            if (derived.Contains(node))
            {
                if (discriminator.Canonical(value) is { } canonical)
                {
                    yield return (canonical, node);
                }
                else
                {
                    _refusals.Warn(place, _contract.Main, $"The mapping of '{value}' is ignored, because the property '{discriminator.Name}' cannot have this value.");
                }
            }
            else if (node != parent)
            {
                _refusals.Warn(place, _contract.Main, $"The mapping of '{value}' is ignored, because its schema does not inherit from this one. Add this schema to its allOf.");
            }
        }
    }

    private IEnumerable<(string Value, SourceMap Node)> Mapped(SourceMap owner, SourceFile file)
    {
        foreach (var (entry, _, target) in Discriminator.Mapping(_contract, owner, file))
        {
            if (target is not null)
            {
                yield return (entry.Key.Text, target);
            }
            else
            {
                _refusals.Warn(entry.Value, file, $"The mapping of '{entry.Key.Text}' is ignored, because its schema does not exist. Correct the mapping.");
            }
        }
    }
}

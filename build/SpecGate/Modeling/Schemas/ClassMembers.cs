using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Unsupported;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Schemas;

/// <summary>Collects the properties of classes, and finds their base classes.</summary>
internal sealed class ClassMembers(OpenApiContract contract, Wrappers wrappers, Refusals refusals)
{
    // Schemas that all contain each other would be visited in every possible order.
    private const int MaxGathered = 500_000;

    private readonly Dictionary<SourceMap, Members> _known = new(ReferenceEqualityComparer.Instance);
    private int _gathered;

    /// <summary>
    /// Returns the members of a schema that is a class. The first part of <c>allOf</c> that is a reference to a class, preferably to one
    /// with a discriminator, becomes the base class. The properties of the other parts become its own properties. If the schema and a
    /// base class without a discriminator define the same property, there is no base class, and all properties become its own.
    /// </summary>
    public Members Of(ContractObject schema)
    {
        if (_known.TryGetValue(schema.Node, out var known))
        {
            return known;
        }

        var members = new Members(schema.Node, this);
        _known.Add(schema.Node, members);
        refusals.Within(schema.Node, () => Fill(schema, members));
        return members;
    }

    private void Fill(ContractObject schema, Members members)
    {
        Gather(schema.Node, schema.File, members, mayInherit: true, []);
        if (members.Base is not null && BaseChain(members).Contains(schema.Node))
        {
            refusals.Add(schema.Node, schema.File, "a schema that inherits from itself");
            members.Base = null;
        }

        if (members.Base is { } parent)
        {
            Separate(schema, members, parent);
        }

        AddDiscriminator(schema, members);
    }

    private IEnumerable<SourceMap> BaseChain(Members members)
    {
        for (var parent = members.Base; parent is not null; parent = _known.GetValueOrDefault(parent.Node)?.Base)
        {
            yield return parent.Node;
        }
    }

    // A discriminator that is not a declared property is text.
    private static void AddDiscriminator(ContractObject schema, Members members)
    {
        if (schema.Node.Map("discriminator")?.Text("propertyName") is { } discriminator && !members.All().Properties.ContainsKey(discriminator))
        {
            members.Properties[discriminator] = (SourceMap.Of(("type", "string")), schema.File);
        }
    }

    // C# cannot redefine an inherited property with another type.
    private void Separate(ContractObject schema, Members members, ContractObject parent)
    {
        var inherited = Of(parent).All().Properties;
        foreach (var name in members.Properties.Keys.Where(inherited.ContainsKey).ToArray())
        {
            if (Discriminated(parent) is not { } discriminator)
            {
                members.Clear();
                Gather(schema.Node, schema.File, members, mayInherit: false, []);
                return;
            }

            if (name == discriminator ? IsOfAnotherKind(members.Properties[name], inherited[name]) : IsContradiction(members.Properties[name], inherited[name]))
            {
                refusals.Add(members.Properties[name].Node, members.Properties[name].File, $"the {(name == discriminator ? "discriminator" : "property")} '{name}' with this type: the base class defines it with another type");
            }
            else if (name != discriminator && !IsSameType(members.Properties[name], inherited[name]))
            {
                refusals.Warn(members.Properties[name].Node, members.Properties[name].File, $"The property '{name}' has the type that the base class gives it, because C# cannot change the type of an inherited property. That type holds every value.");
            }

            members.Redefined[name] = members.Properties[name];
            members.Properties.Remove(name);
        }
    }

    // A value fits both schemas, so the type of the base class holds it, unless the schemas have no JSON type in common.
    private bool IsContradiction((SourceNode Node, SourceFile File) own, (SourceNode Node, SourceFile File) inherited)
        => Open(own.Node, own.File) is { } one && Open(inherited.Node, inherited.File) is { } other && wrappers.AreDisjoint(one, other);

    private bool IsSameType((SourceNode Node, SourceFile File) own, (SourceNode Node, SourceFile File) inherited)
        => Open(own.Node, own.File) is not { } one || Open(inherited.Node, inherited.File) is not { } other
            || SchemaKinds.Of(one.Node) switch
            {
                SchemaKind.Any => true,
                SchemaKind.Primitive => SchemaKinds.Of(other.Node) == SchemaKind.Primitive
                    && one.Node.Text("type") == other.Node.Text("type") && (one.Node.Text("format") is not { } format || format == other.Node.Text("format")),
                _ => IsSame((one.Node, one.File), (other.Node, other.File)),
            };

    private bool IsOfAnotherKind((SourceNode Node, SourceFile File) own, (SourceNode Node, SourceFile File) inherited)
        => Open(own.Node, own.File) is { } one && Open(inherited.Node, inherited.File) is { } other && Kind(one.Node) is { } kind && Kind(other.Node) is { } expected && kind != expected;

    // The formats of strings do not matter here. Integers and other numbers are different types.
    private static string? Kind(SourceMap schema) => schema.Text("type") ?? (SchemaKinds.Of(schema) == SchemaKind.Enum ? "string" : null);

    private string? Discriminated(ContractObject schema)
        => schema.Node.Map("discriminator")?.Text("propertyName") ?? (Of(schema).Base is { } parent ? Discriminated(parent) : null);

    private void Gather(SourceMap node, SourceFile file, Members members, bool mayInherit, HashSet<SourceMap> open)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_gathered > MaxGathered)
        {
            refusals.Add(node, file, "schemas that contain each other in too many ways");
            return;
        }

        if (!open.Add(node))
        {
            refusals.Add(node, file, "a schema that is part of itself");
            return;
        }

        // If two parts have a common part, the changes that the first makes to its properties remain.
        if (!members.Gathered.Add(node))
        {
            open.Remove(node);
            return;
        }

        var basePart = mayInherit ? BasePart(node, file) : null;
        foreach (var part in SchemaKinds.Parts(node))
        {
            if (Open(part, file) is not { } target)
            {
                continue;
            }

            if (SchemaKinds.Of(target.Node) is var kind && kind == SchemaKind.Union)
            {
                GatherAlternatives(target.Node, target.File, members, open);
            }
            else if (kind is SchemaKind.Enum or SchemaKind.Primitive or SchemaKind.Array or SchemaKind.File)
            {
                refusals.Add(part, file, "'allOf' with a part that is not an object");
            }
            else if (ReferenceEquals(part, basePart))
            {
                members.Base = target;
                members.BaseReference = ((SourceMap)part).Reference!;
            }
            else
            {
                Gather(target.Node, target.File, members, mayInherit: false, open);
            }
        }

        // With a discriminator, the alternatives are the subtypes of this schema.
        if (!node.Has("discriminator"))
        {
            GatherAlternatives(node, file, members, open);
        }

        foreach (var property in node.Map("properties")?.Entries ?? [])
        {
            members.Properties[property.Key.Text] = (property.Value, file);
        }

        members.Required.UnionWith(node.List("required").OfType<SourceScalar>().Select(s => s.Text));
        if (node["additionalProperties"] is { } additional)
        {
            members.HasAdditional &= additional is not SourceScalar { Text: "false" };
            members.Additional ??= additional is SourceMap ? (additional, file) : null;
        }

        open.Remove(node);
    }

    // The first reference to a class with a discriminator, which has no effect unless the class is inherited, or else the first
    // reference to any class.
    private SourceNode? BasePart(SourceMap node, SourceFile file)
    {
        var candidates = SchemaKinds.Parts(node)
            .Where(p => p is SourceMap { Reference: not null } && Open(p, file) is { } target && target.Node != node && SchemaKinds.Of(target.Node) == SchemaKind.Class)
            .ToArray();
        return candidates.FirstOrDefault(c => IsDiscriminated(Open(c, file)!, [])) ?? candidates.FirstOrDefault();
    }

    private bool IsDiscriminated(ContractObject schema, HashSet<SourceMap> seen)
        => seen.Add(schema.Node)
            && (schema.Node.Has("discriminator") || SchemaKinds.Parts(schema.Node).Any(p => p is SourceMap { Reference: not null } && Open(p, schema.File) is { } part && IsDiscriminated(part, seen)));

    // The properties of alternatives beside other properties become properties of the class, and none of them is required: the
    // properties that are set show which alternative a value is.
    private void GatherAlternatives(SourceMap node, SourceFile file, Members members, HashSet<SourceMap> open)
    {
        foreach (var alternative in SchemaKinds.Alternatives(node))
        {
            if (Open(alternative, file) is not { } target)
            {
                continue;
            }

            switch (SchemaKinds.Of(target.Node, isComponent: true))
            {
                case SchemaKind.Class or SchemaKind.Union or SchemaKind.Any:
                    break;
                // The values of a dictionary are additional properties.
                case SchemaKind.Dictionary:
                    continue;
                default:
                    refusals.Warn(alternative, file, "This alternative is left out of the class, because it is not an object. Remove it.");
                    continue;
            }

            var possible = new Members(target.Node, this);
            Gather(target.Node, target.File, possible, mayInherit: false, open);
            foreach (var (name, property) in possible.Properties)
            {
                members.Properties[name] = members.Properties.TryGetValue(name, out var known) ? Either(known, property) : property;
            }
        }
    }

    // A property that two alternatives define is a union of both definitions.
    private (SourceNode Node, SourceFile File) Either((SourceNode Node, SourceFile File) one, (SourceNode Node, SourceFile File) other)
    {
        var known = one.Node is SourceMap { Entries: [{ Key.Text: "anyOf", Value: SourceList list }] } ? list.Items : [one.Node];
        if (known.Any(k => IsSame((k, one.File), other)))
        {
            return one;
        }

        if (one.File != other.File)
        {
            refusals.Add(other.Node, other.File, "a property that alternatives in several documents define");
            return one;
        }

        var place = other.Node.Start;
        return (new SourceMap([new SourceEntry(new SourceScalar("anyOf", false, place), new SourceList([.. known, other.Node], place))], place), one.File);
    }

    private bool IsSame((SourceNode Node, SourceFile File) one, (SourceNode Node, SourceFile File) other)
        => contract.Follow(one.Node, OpenApi30.Schema, one.File) is { } first && contract.Follow(other.Node, OpenApi30.Schema, other.File) is { } second
            && (ReferenceEquals(first.Node, second.Node) || (first.File == second.File && JToken.DeepEquals(WithoutRemarks(first.Node), WithoutRemarks(second.Node))));

    private static JObject WithoutRemarks(SourceMap schema)
    {
        var json = (JObject)schema.ToJson();
        foreach (var remark in json.Properties().Where(p => p.Name is "title" or "description" or "example").ToArray())
        {
            remark.Remove();
        }

        return json;
    }

    /// <inheritdoc cref="Wrappers.Open"/>
    public ContractObject? Open(SourceNode part, SourceFile file) => wrappers.Open(part, file);

    /// <summary>The members of a class, without those of its base class.</summary>
    internal sealed class Members(SourceMap node, ClassMembers owner)
    {
        public SourceMap Node => node;

        public ContractObject? Base { get; set; }

        /// <summary>Gets or sets the reference to the base class.</summary>
        public string BaseReference { get; set; } = "";

        public Dictionary<string, (SourceNode Node, SourceFile File)> Properties { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

        /// <summary>Gets the schemas whose properties are included.</summary>
        public HashSet<SourceMap> Gathered { get; } = new(ReferenceEqualityComparer.Instance);

        /// <summary>Gets the class's own definitions of properties that it inherits. They exist only below a base class with a discriminator.</summary>
        public Dictionary<string, (SourceNode Node, SourceFile File)> Redefined { get; } = new(StringComparer.Ordinal);

        /// <summary>Gets or sets whether additional properties are allowed.</summary>
        public bool HasAdditional { get; set; } = true;

        /// <summary>Gets or sets the schema of the additional properties; null if there is none.</summary>
        public (SourceNode Node, SourceFile File)? Additional { get; set; }

        public void Clear()
        {
            Base = null;
            Properties.Clear();
            Required.Clear();
            Gathered.Clear();
        }

        /// <summary>Returns the properties and the required names, including those of the base classes.</summary>
        public (IReadOnlyDictionary<string, (SourceNode Node, SourceFile File)> Properties, IEnumerable<string> Required) All()
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (Base is not { } parent)
            {
                return (Properties, Required);
            }

            var inherited = owner.Of(parent).All();
            var all = inherited.Properties.ToDictionary(StringComparer.Ordinal);
            foreach (var (name, property) in Properties)
            {
                all[name] = property;
            }

            return (all, inherited.Required.Union(Required));
        }
    }
}

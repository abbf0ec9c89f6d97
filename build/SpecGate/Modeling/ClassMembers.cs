using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Which properties a class has, and which class it inherits the others from.</summary>
internal sealed class ClassMembers(OpenApiContract contract, Wrappers wrappers, Refusals refusals)
{
    // Schemas that all contain each other would be gathered in every order of them.
    private const int MaximumGathered = 500_000;

    private readonly Dictionary<SourceMap, Members> _known = new(ReferenceEqualityComparer.Instance);
    private int _gathered;

    /// <summary>
    /// The members of a schema that is a class. The first part of <c>allOf</c> that is a reference becomes the base class, the
    /// others' properties become its own; so do the base's where both define the same property.
    /// </summary>
    public Members Of(Located schema)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (_known.TryGetValue(schema.Node, out var known))
        {
            return known;
        }

        var members = new Members(schema.Node, this);
        _known.Add(schema.Node, members);
        refusals.Within(schema.Node, () => Fill(schema, members));
        return members;
    }

    private void Fill(Located schema, Members members)
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

    // What a discriminator names is text, declared or not.
    private static void AddDiscriminator(Located schema, Members members)
    {
        if (schema.Node.Map("discriminator")?.Text("propertyName") is { } discriminator && !members.All().Properties.ContainsKey(discriminator))
        {
            members.Properties[discriminator] = (SourceMap.Of(("type", "string")), schema.File);
        }
    }

    // C# knows no property that is defined anew with another type.
    private void Separate(Located schema, Members members, Located parent)
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
                refusals.Add(members.Properties[name].Node, members.Properties[name].File, $"the {(name == discriminator ? "discriminator" : "property")} '{name}' here: the base class defines it with another type");
            }
            else if (name != discriminator && !IsSameType(members.Properties[name], inherited[name]))
            {
                refusals.Warn(members.Properties[name].Node, members.Properties[name].File, $"The property '{name}' has the type that the base class gives it, because C# cannot change the type of an inherited property. That type holds every value.");
            }

            members.Redefined[name] = members.Properties[name];
            members.Properties.Remove(name);
        }
    }

    // A value fits both schemas, so the base's type holds it, unless the two have no type of JSON in common.
    private bool IsContradiction((SourceNode Node, SourceFile File) own, (SourceNode Node, SourceFile File) inherited)
        => Open(own.Node, own.File) is { } one && Open(inherited.Node, inherited.File) is { } other && wrappers.AreDisjoint(one, other);

    private bool IsSameType((SourceNode Node, SourceFile File) own, (SourceNode Node, SourceFile File) inherited)
        => Open(own.Node, own.File) is not { } one || Open(inherited.Node, inherited.File) is not { } other
            || SchemaKinds.Of(one.Node, isComponent: false) switch
            {
                SchemaKind.Any => true,
                SchemaKind.Primitive => SchemaKinds.Of(other.Node, isComponent: false) == SchemaKind.Primitive
                    && one.Node.Text("type") == other.Node.Text("type") && (one.Node.Text("format") is not { } format || format == other.Node.Text("format")),
                _ => IsSame((one.Node, one.File), (other.Node, other.File)),
            };

    private bool IsOfAnotherKind((SourceNode Node, SourceFile File) own, (SourceNode Node, SourceFile File) inherited)
        => Open(own.Node, own.File) is { } one && Open(inherited.Node, inherited.File) is { } other && Kind(one.Node) is { } kind && Kind(other.Node) is { } expected && kind != expected;

    // A number is an integer or not, which C# has different types for, but text is text.
    private static string? Kind(SourceMap schema) => schema.Text("type") ?? (SchemaKinds.Of(schema, isComponent: false) == SchemaKind.Enum ? "string" : null);

    private string? Discriminated(Located schema)
        => schema.Node.Map("discriminator")?.Text("propertyName") ?? (Of(schema).Base is { } parent ? Discriminated(parent) : null);

    private void Gather(SourceMap node, SourceFile file, Members members, bool mayInherit, HashSet<SourceMap> open)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++_gathered > MaximumGathered)
        {
            refusals.Add(node, file, "schemas that contain each other in too many ways");
            return;
        }

        if (!open.Add(node))
        {
            refusals.Add(node, file, "a schema that is part of itself");
            return;
        }

        var heir = mayInherit ? BasePart(node, file) : null;
        foreach (var part in SchemaKinds.Parts(node))
        {
            if (Open(part, file) is not { } target)
            {
                continue;
            }

            if (SchemaKinds.Of(target.Node, isComponent: false) is var kind && kind == SchemaKind.Union)
            {
                GatherAlternatives(target.Node, target.File, members, open);
            }
            else if (kind is SchemaKind.Enum or SchemaKind.Primitive or SchemaKind.Array or SchemaKind.File)
            {
                refusals.Add(part, file, "'allOf' with a part that is no object");
            }
            else if (ReferenceEquals(part, heir))
            {
                members.Base = target;
                members.BaseReference = ((SourceMap)part).Reference!;
            }
            else
            {
                Gather(target.Node, target.File, members, mayInherit: false, open);
            }
        }

        // With a discriminator, the alternatives are the subtypes of this very schema.
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

    // The first part that is a reference to a class; rather one that tells its subtypes apart, which is of no use otherwise.
    private SourceNode? BasePart(SourceMap node, SourceFile file)
    {
        var candidates = SchemaKinds.Parts(node)
            .Where(p => p is SourceMap { Reference: not null } && Open(p, file) is { } target && target.Node != node && SchemaKinds.Of(target.Node, isComponent: false) == SchemaKind.Class)
            .ToArray();
        return candidates.FirstOrDefault(c => IsDiscriminated(Open(c, file)!, [])) ?? candidates.FirstOrDefault();
    }

    private bool IsDiscriminated(Located schema, HashSet<SourceMap> seen)
        => seen.Add(schema.Node)
            && (schema.Node.Has("discriminator") || SchemaKinds.Parts(schema.Node).Any(p => p is SourceMap { Reference: not null } && Open(p, schema.File) is { } part && IsDiscriminated(part, seen)));

    // Which of the alternatives beside properties it is, shows in what is there: all of them are its properties, none required.
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
                // Its values are additional properties.
                case SchemaKind.Dictionary:
                    continue;
                default:
                    refusals.Warn(alternative, file, "This alternative is left out of the class, because it is no object, and the schemas beside 'oneOf' or 'anyOf' are. Remove it.");
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

    // A property that is defined twice is one or the other.
    private (SourceNode Node, SourceFile File) Either((SourceNode Node, SourceFile File) one, (SourceNode Node, SourceFile File) other)
    {
        var known = one.Node is SourceMap { Entries: [{ Key.Text: "anyOf", Value: SourceList list }] } ? list.Items : [one.Node];
        if (known.Any(k => IsSame((k, one.File), other)))
        {
            return one;
        }

        if (one.File != other.File)
        {
            refusals.Add(other.Node, other.File, "a property that alternatives of several documents define");
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
    public Located? Open(SourceNode part, SourceFile file) => wrappers.Open(part, file);

    /// <summary>The members of a class, without those of its base class.</summary>
    internal sealed class Members(SourceMap node, ClassMembers owner)
    {
        public SourceMap Node => node;

        public Located? Base { get; set; }

        /// <summary>What refers to the base class.</summary>
        public string BaseReference { get; set; } = "";

        public Dictionary<string, (SourceNode Node, SourceFile File)> Properties { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Required { get; } = new(StringComparer.Ordinal);

        /// <summary>What the class says of properties that its base class, which has a discriminator, defines.</summary>
        public Dictionary<string, (SourceNode Node, SourceFile File)> Redefined { get; } = new(StringComparer.Ordinal);

        /// <summary>Whether attributes that the contract does not name are allowed.</summary>
        public bool HasAdditional { get; set; } = true;

        /// <summary>Their schema, if they have one.</summary>
        public (SourceNode Node, SourceFile File)? Additional { get; set; }

        public void Clear()
        {
            Base = null;
            Properties.Clear();
            Required.Clear();
        }

        /// <summary>The properties with those of the base classes.</summary>
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

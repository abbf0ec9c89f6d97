using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model.Definitions;
using Plannr.SpecGate.Model.Types;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Types;

/// <summary>Builds the model of a union: its types, and the rules that distinguish their JSON.</summary>
internal sealed class UnionBuilder(OpenApiContract contract, Wrappers wrappers, TypeBuilder types, Action<SourceNode, SourceFile, string> warn)
{
    public UnionModel Build(SourceMap node, SourceFile file, string name)
    {
        var drafts = SchemaKinds.Alternatives(node)
            .Where(a => !ReferenceEquals(contract.Follow(a, OpenApi30.Schema, file)?.Node, node))
            .Where(a => !wrappers.IsNull(a, file))
            .Select((alternative, index) => new Draft(Type(alternative, file, $"{name}Option{index + 1}"), alternative, Leaf(alternative, file)))
            .ToArray();
        var discriminators = drafts.Select(d => types.Polymorphism.DiscriminatorOf(node, file, d.Node)).ToArray();
        if (discriminators.All(t => t.Discriminator is null) && DistinctConstant(drafts) is { } property)
        {
            discriminators = [.. drafts.Select(d => d.Type is ClassType ? Constant(d.Leaf!, property) : (null, []))];
        }

        var alternatives = drafts.Zip(discriminators, (draft, own) =>
        {
            var isOptional = types.Polymorphism.MayLackDiscriminator(node, file, draft.Node);
            var ifPresent = isOptional ? own.Values.Select(value => (own.Discriminator!, value)) : [];
            return new AlternativeModel(
                draft.Type.Label,
                draft.Type,
                [.. Required(draft.Leaf)],
                isOptional ? null : own.Discriminator,
                isOptional ? [] : [.. own.Values.Distinct()],
                [.. Constants(draft.Leaf).Where(c => c.Property != own.Discriminator), .. ifPresent],
                drafts.Any(other => other != draft && MayBeSame(draft.Type, other.Type)) ? Known(draft.Leaf) : [])
            { Enumerated = Known(draft.Leaf), At = new ContractPlace(file.Path, draft.Node.Start) };
        });
        return new UnionModel(name, node.Text("description")?.Trim(), node.Text("deprecated") == "true", Labeled(name, alternatives));
    }

    /// <summary>Builds a union of types that no schema describes.</summary>
    public UnionModel Of(string name, string description, IEnumerable<TypeModel> alternatives)
        => new(name, description, IsDeprecated: false, Labeled(name, alternatives.Select(t => new AlternativeModel(t.Label, t, [.. Required(t)], null, [], [], []))));

    private TypeModel Type(SourceNode alternative, SourceFile file, string place)
    {
        var type = types.Follow(alternative, file, place);
        var text = FilesAsText.Of(type);
        if (text != type)
        {
            warn(alternative, file, FilesAsText.Reason);
        }

        return text;
    }

    private static AlternativeModel[] Labeled(string name, IEnumerable<AlternativeModel> alternatives)
    {
        var labels = new NameScope(["Json", name]);
        var known = new List<AlternativeModel>();
        foreach (var alternative in alternatives)
        {
            var type = alternative.Type with { IsNullable = false };
            var same = known.FindIndex(k => Erased(k.Type) == Erased(type));
            if (same >= 0)
            {
                known[same] = Either(known[same], alternative) with { Type = Wider(known[same].Type, type) };
            }
            else
            {
                known.Add(alternative with { Label = labels.Take(alternative.Label, l => "As" + l), Type = type });
            }
        }

        return [.. known];
    }

    // C# considers types equal that differ only in the nullability of references.
    private static TypeModel Erased(TypeModel type) => type switch
    {
        ListType list => list with { Item = ErasedPart(list.Item) },
        MapType map => map with { Value = ErasedPart(map.Value) },
        _ => type,
    };

    private static TypeModel ErasedPart(TypeModel part) => Erased(part) with { IsNullable = part.IsValueType && part.IsNullable };

    // The type that allows null wherever one of two such types allows it.
    private static TypeModel Wider(TypeModel one, TypeModel other) => (one, other) switch
    {
        (ListType first, ListType second) => first with { Item = Wider(first.Item, second.Item) with { IsNullable = first.Item.IsNullable || second.Item.IsNullable } },
        (MapType first, MapType second) => first with { Value = Wider(first.Value, second.Value) with { IsNullable = first.Value.IsNullable || second.Value.IsNullable } },
        _ => one,
    };

    // Merges two alternatives of the same type: the result matches the JSON of both.
    private static AlternativeModel Either(AlternativeModel one, AlternativeModel other)
        => one with
        {
            Discriminator = one.Discriminator == other.Discriminator ? one.Discriminator : null,
            Values = one.Discriminator == other.Discriminator ? [.. one.Values.Union(other.Values)] : [],
            Constants = [.. one.Constants.Intersect(other.Constants)],
            Known = EitherValue(one.Known, other.Known),
            Enumerated = EitherValue(one.Enumerated, other.Enumerated),
        };

    // An empty list means any value.
    private static string[] EitherValue(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.Count > 0 && other.Count > 0 ? [.. one.Union(other)] : [];

    private sealed record Draft(TypeModel Type, SourceNode Node, ContractObject? Leaf);

    // The innermost element of lists and dictionaries.
    private ContractObject? Leaf(SourceNode alternative, SourceFile file)
    {
        var located = types.Members.Open(alternative, file);
        // A list or a dictionary may contain itself.
        var seen = new HashSet<SourceMap>(ReferenceEqualityComparer.Instance);
        while (located is not null && seen.Add(located.Node))
        {
            var part = SchemaKinds.Of(located.Node) switch
            {
                SchemaKind.Array => located.Node["items"],
                SchemaKind.Dictionary => located.Node["additionalProperties"],
                _ => null,
            };
            if (part is not SourceMap)
            {
                return located;
            }

            located = types.Members.Open(part, located.File);
        }

        return located;
    }

    // A property that has a single value in each class, different from its value in the others.
    private string? DistinctConstant(Draft[] drafts)
    {
        var classes = drafts.Where(d => d.Type is ClassType).Select(d => d.Leaf!).ToArray();
        return classes.Length < 2
            ? null
            : types.Members.Of(classes[0]).All().Properties.Keys.FirstOrDefault(property =>
            {
                var values = classes.Select(c => types.Polymorphism.AllowedValues(c, property) is [var value] ? value : null).ToArray();
                return !values.Contains(null) && values.Distinct().Count() == values.Length;
            });
    }

    private (string? Discriminator, IEnumerable<string> Values) Constant(ContractObject type, string property) => (property, types.Polymorphism.AllowedValues(type, property)!);

    private static bool IsClass(ContractObject? leaf) => leaf is not null && SchemaKinds.Of(leaf.Node, isComponent: true) == SchemaKind.Class;

    // Responses do not contain writeOnly properties.
    private IEnumerable<string> Required(ContractObject? leaf)
    {
        if (!IsClass(leaf))
        {
            return [];
        }

        var (properties, required) = types.Members.Of(leaf!).All();
        return required.Where(r => !properties.TryGetValue(r, out var property) || !types.IsMarked(property.Node, property.File, "writeOnly")).Order(StringComparer.Ordinal);
    }

    private IEnumerable<string> Required(TypeModel type)
        => type switch
        {
            ListType list => Required(list.Item),
            MapType map => Required(map.Value),
            ClassType { Name: var name } => types.PropertiesOf(name).Where(p => p.IsRequired && !p.IsWriteOnly).Select(p => p.WireName).Order(StringComparer.Ordinal),
            _ => [],
        };

    private IEnumerable<(string Property, string Value)> Constants(ContractObject? leaf)
        => IsClass(leaf)
            ? from property in types.Members.Of(leaf!).All().Properties.Keys
              where types.Polymorphism.AllowedValues(leaf!, property) is [_]
              select (property, types.Polymorphism.AllowedValues(leaf!, property)![0])
            : [];

    private static string[] Known(ContractObject? leaf)
        => leaf is not null && SchemaKinds.Of(leaf.Node) is SchemaKind.Enum or SchemaKind.Primitive ? Discriminator.Of(leaf.Node, "").Enumerated(leaf.Node) ?? [] : [];

    // Whether the same JSON may match both types. An enumeration must then only match its known values.
    private static bool MayBeSame(TypeModel one, TypeModel other)
        => (one, other) switch
        {
            (ListType list, ListType otherList) => MayBeSame(list.Item, otherList.Item),
            (MapType map, MapType otherMap) => MayBeSame(map.Value, otherMap.Value),
            _ => other.JsonKind == JsonKind.None || other.JsonKind == one.JsonKind || (one.JsonKind, other.JsonKind) is (JsonKind.Integer, JsonKind.Float) or (JsonKind.Float, JsonKind.Integer),
        };
}

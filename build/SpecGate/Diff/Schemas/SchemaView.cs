using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling.Schemas;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>A schema as callers see it: its type, and its properties including those of allOf.</summary>
internal sealed class SchemaView
{
    // Keys that describe one use of a schema, and do not make it a different schema.
    private static readonly string[] UseKeys = ["allOf", "oneOf", "anyOf", "description", "title", "nullable", "deprecated", "readOnly", "writeOnly", "default", "example", "externalDocs", "xml"];

    private const string Any = "anything";

    private readonly OpenApiContract _contract;
    private readonly List<ContractObject> _wrappers;

    private SchemaView(OpenApiContract contract, ContractObject source, string? name, List<ContractObject> wrappers)
    {
        _contract = contract;
        _wrappers = wrappers;
        Source = source;
        Name = name;
    }

    public ContractObject Source { get; }

    public SourceMap Node => Source.Node;

    /// <summary>Gets the node with the properties and limits. All uses of a component that add none share this node.</summary>
    public SourceMap Definition => _wrappers.Select(w => w.Node).FirstOrDefault(n => n.Entries.Any(e => !UseKeys.Contains(e.Key.Text))) ?? Node;

    /// <summary>Gets the component's name, or null for an inline schema.</summary>
    public string? Name { get; }

    public string? Type => Text("type") ?? (HasMembers ? "object" : null);

    public string? Format => Text("format");

    public bool IsNullable => Is("nullable");

    public bool IsEnum => Type is "string" or "integer" or null && List("enum").Any();

    public bool IsUnion => List("oneOf").Any() || List("anyOf").Any();

    public bool HasMembers => Properties().Count > 0;

    /// <summary>Gets whether the schema allows any value.</summary>
    public bool IsAny => Kind == Any;

    /// <summary>Gets the component's name, or else a description of the type.</summary>
    public string Kind => KindAt(depth: 0);

    /// <summary>Gets the value of a key: from beside the reference, from the schema, or from a part of its allOf.</summary>
    public SourceNode? this[string key] => Find(key)?.Node[key];

    public static SchemaView? Of(OpenApiContract contract, SourceNode? node, SourceFile file)
    {
        string? name = null;
        var wrappers = new List<ContractObject>();
        var place = node;
        var from = file;
        var seen = new HashSet<SourceNode>();
        while (place is SourceMap map && seen.Add(map))
        {
            var reference = map.Reference;
            if (reference is null && SchemaKinds.Wrapped(map) is SourceMap { Reference: { } only })
            {
                // A description beside a $ref is written as allOf, oneOf or anyOf with that one part.
                reference = only;
                wrappers.Add(new ContractObject(map, OpenApi30.Schema, from));
            }

            if (reference is null)
            {
                return new SchemaView(contract, new ContractObject(map, OpenApi30.Schema, from), name, wrappers);
            }

            if (contract.Resolve(reference, from) is not var (target, targetFile))
            {
                return null;
            }

            name = reference.Split('/')[^1];
            (place, from) = (target, targetFile);
        }

        return null;
    }

    public string? Text(string key) => (this[key] as SourceScalar)?.Text;

    /// <summary>Returns whether a flag is set on the schema or on this use of it. The parts of allOf are not considered.</summary>
    public bool Is(string key) => Node.Text(key) == "true" || _wrappers.Exists(w => w.Node.Text(key) == "true");

    public IEnumerable<SourceNode> List(string key) => (this[key] as SourceList)?.Items ?? [];

    public SchemaView? Child(string key) => Find(key) is { } place ? Of(_contract, place.Node[key], place.File) : null;

    public IReadOnlyDictionary<string, SchemaView> Properties()
    {
        var properties = new Dictionary<string, SchemaView>(StringComparer.Ordinal);
        foreach (var part in Parts())
        {
            foreach (var entry in part.Node.Map("properties")?.Entries ?? [])
            {
                if (Of(_contract, entry.Value, part.Source.File) is { } view)
                {
                    properties.TryAdd(entry.Key.Text, view);
                }
            }
        }

        return properties;
    }

    public IReadOnlySet<string> Required()
        => Layers().SelectMany(l => l.Node.List("required")).OfType<SourceScalar>().Select(s => s.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the alternatives of oneOf and anyOf by <see cref="Kind"/>. Those after the first of a kind have a number.</summary>
    public IReadOnlyDictionary<string, SchemaView> Alternatives()
        => Alternatives("oneOf").Concat(Alternatives("anyOf"))
            .GroupBy(v => v.Kind, StringComparer.Ordinal)
            .SelectMany(kind => kind.Index())
            .ToDictionary(v => v.Index == 0 ? v.Item.Kind : $"{v.Item.Kind} {v.Index + 1}", v => v.Item, StringComparer.Ordinal);

    private string KindAt(int depth)
        => (Type, Format) switch
        {
            _ when IsEnum => Name ?? "enum",
            _ when IsUnion => Name ?? "union",
            ("string" or "integer" or "number" or "boolean", { } format) => $"{Type} ({format})",
            ("string" or "integer" or "number" or "boolean", null) => Type,
            ("array", _) => $"list of {Element("items", depth)}",
            _ when Node.Map("additionalProperties") is not null && !HasMembers => $"map of {Element("additionalProperties", depth)}",
            _ when Name is not null => Name,
            _ when Type == "object" => "object",
            _ => Any,
        };

    // The depth is limited, because a list may contain itself.
    private string Element(string key, int depth) => (depth > 20 ? null : Child(key)?.KindAt(depth + 1)) ?? Any;

    private IEnumerable<SchemaView> Alternatives(string key) => Find(key) is { } place ? place.Node.List(key).Select(n => Of(_contract, n, place.File)).OfType<SchemaView>() : [];

    // A wrapper's only alternative is its reference, so it does not count.
    private ContractObject? Find(string key) => (key is "oneOf" or "anyOf" ? Parts().Select(p => p.Source) : Layers()).FirstOrDefault(l => l.Node.Has(key));

    /// <summary>Returns the wrappers around the reference, the schema itself, and the parts of its allOf.</summary>
    private IEnumerable<ContractObject> Layers() => _wrappers.Concat(Parts().Select(p => p.Source));

    /// <summary>Returns the schema itself and the parts of its allOf.</summary>
    private IEnumerable<SchemaView> Parts()
    {
        var seen = new HashSet<SourceNode>();
        var parts = new Stack<SchemaView>([this]);
        while (parts.TryPop(out var part))
        {
            if (seen.Add(part.Node))
            {
                yield return part;
                foreach (var next in part.Node.List("allOf").Reverse().Select(n => Of(_contract, n, part.Source.File)).OfType<SchemaView>())
                {
                    parts.Push(next);
                }
            }
        }
    }
}

using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>A schema as callers meet it: its type, and its properties with those of allOf.</summary>
internal sealed class SchemaView
{
    // What these say holds for one use of a schema, and does not make it another schema.
    private static readonly string[] UseKeys = ["allOf", "oneOf", "anyOf", "description", "title", "nullable", "deprecated", "readOnly", "writeOnly", "default", "example", "externalDocs", "xml"];

    private const string Any = "anything";

    private readonly OpenApiContract _contract;
    private readonly List<Located> _wrappers;

    private SchemaView(OpenApiContract contract, Located located, string? name, List<Located> wrappers)
    {
        _contract = contract;
        _wrappers = wrappers;
        Located = located;
        Name = name;
    }

    public Located Located { get; }

    public SourceMap Node => Located.Node;

    /// <summary>The place that the properties and limits stand at: the same for all uses of a component that add none.</summary>
    public SourceMap Definition => _wrappers.Select(w => w.Node).FirstOrDefault(n => n.Entries.Any(e => !UseKeys.Contains(e.Key.Text))) ?? Node;

    /// <summary>The component's name; null for a schema written in place.</summary>
    public string? Name { get; }

    public string? Type => Text("type") ?? (HasMembers ? "object" : null);

    public string? Format => Text("format");

    public bool IsNullable => Is("nullable");

    public bool IsEnum => Type is "string" or "integer" or null && List("enum").Any();

    public bool IsUnion => List("oneOf").Any() || List("anyOf").Any();

    public bool HasMembers => Properties().Count > 0;

    /// <summary>Whether it allows any value.</summary>
    public bool IsAny => Kind == Any;

    /// <summary>A word for what it allows: the component's name, or else its type.</summary>
    public string Kind => KindAt(depth: 0);

    /// <summary>What is said under a key: beside the reference, in the schema, or in a part of its allOf.</summary>
    public SourceNode? this[string key] => Find(key)?.Node[key];

    public static SchemaView? Of(OpenApiContract contract, SourceNode? node, SourceFile file)
    {
        string? name = null;
        var wrappers = new List<Located>();
        var place = node;
        var from = file;
        for (var steps = 0; steps < 100 && place is SourceMap map; steps++)
        {
            var reference = map.Reference;
            if (reference is null && SchemaKinds.Wrapped(map) is SourceMap { Reference: { } only })
            {
                // A description beside a $ref is written as allOf, oneOf or anyOf with that one part.
                reference = only;
                wrappers.Add(new Located(map, OpenApi30.Schema, from));
            }

            if (reference is null)
            {
                return new SchemaView(contract, new Located(map, OpenApi30.Schema, from), name, wrappers);
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

    /// <summary>Whether a flag is set that each use of a schema may have for itself, and that is not taken from the parts of allOf.</summary>
    public bool Is(string key) => _wrappers.Append(Located).Any(l => l.Node.Text(key) == "true");

    public IEnumerable<SourceNode> List(string key) => (this[key] as SourceList)?.Items ?? [];

    public SchemaView? Child(string key) => Find(key) is { } place ? Of(_contract, place.Node[key], place.File) : null;

    public IReadOnlyDictionary<string, SchemaView> Properties()
    {
        var properties = new Dictionary<string, SchemaView>(StringComparer.Ordinal);
        foreach (var part in Parts())
        {
            foreach (var entry in part.Node.Map("properties")?.Entries ?? [])
            {
                if (Of(_contract, entry.Value, part.Located.File) is { } view)
                {
                    properties.TryAdd(entry.Key.Text, view);
                }
            }
        }

        return properties;
    }

    public IReadOnlySet<string> Required()
        => Layers().SelectMany(l => l.Node.List("required")).OfType<SourceScalar>().Select(s => s.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The alternatives of oneOf and anyOf, by name or by what they are.</summary>
    public IReadOnlyDictionary<string, SchemaView> Alternatives()
        => Alternatives("oneOf").Concat(Alternatives("anyOf"))
            .GroupBy(v => v.Kind, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

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
            _ when HasMembers || Type == "object" => "object",
            _ => Any,
        };

    // A list may be one of itself.
    private string Element(string key, int depth) => (depth > 20 ? null : Child(key)?.KindAt(depth + 1)) ?? Any;

    private IEnumerable<SchemaView> Alternatives(string key) => Find(key) is { } place ? place.Node.List(key).Select(n => Of(_contract, n, place.File)).OfType<SchemaView>() : [];

    // The one alternative of a wrapper is what it refers to.
    private Located? Find(string key) => (key is "oneOf" or "anyOf" ? Parts().Select(p => p.Located) : Layers()).FirstOrDefault(l => l.Node.Has(key));

    /// <summary>What stands beside the reference, the schema itself, and the parts of its allOf.</summary>
    private IEnumerable<Located> Layers() => _wrappers.Concat(Parts().Select(p => p.Located));

    /// <summary>The schema itself, and what its allOf adds to it.</summary>
    private IEnumerable<SchemaView> Parts()
    {
        var seen = new HashSet<SourceNode>();
        var parts = new Stack<SchemaView>([this]);
        while (parts.TryPop(out var part))
        {
            if (seen.Add(part.Node))
            {
                yield return part;
                foreach (var next in part.Node.List("allOf").Reverse().Select(n => Of(_contract, n, part.Located.File)).OfType<SchemaView>())
                {
                    parts.Push(next);
                }
            }
        }
    }
}

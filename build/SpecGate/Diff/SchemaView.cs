using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>A schema as users meet it: its name, its C# type, and its properties with those of allOf.</summary>
internal sealed class SchemaView
{
    private readonly OpenApiContract _contract;

    private SchemaView(OpenApiContract contract, Located located, string? name)
    {
        _contract = contract;
        Located = located;
        Name = name;
    }

    public Located Located { get; }

    public SourceMap Node => Located.Node;

    /// <summary>The component's name, which is the class's; null for a schema written in place.</summary>
    public string? Name { get; }

    public string? Type => Node.Text("type");

    public string? Format => Node.Text("format");

    public bool IsNullable => Node.Text("nullable") == "true";

    public static SchemaView? Of(OpenApiContract contract, SourceNode? node, SourceFile file)
    {
        string? name = null;
        var place = node;
        var from = file;
        for (var steps = 0; steps < 100 && place is SourceMap map; steps++)
        {
            // A description beside a $ref is written as allOf with that one part.
            var reference = map.Reference ?? (map["allOf"] is SourceList { Items: [SourceMap { Reference: { } only }] } && !map.Has("properties") ? only : null);
            if (reference is null)
            {
                return new SchemaView(contract, new Located(map, OpenApi30.Schema, from), name);
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

    public SchemaView? Child(string key) => Of(_contract, Node[key], Located.File);

    public IReadOnlyDictionary<string, SchemaView> Properties()
    {
        var properties = new Dictionary<string, SchemaView>(StringComparer.Ordinal);
        foreach (var part in Parts(depth: 0))
        {
            foreach (var entry in part.Node.Map("properties")?.Entries ?? [])
            {
                if (Of(_contract, entry.Value, part.Located.File) is { } view)
                {
                    properties[entry.Key.Text] = view;
                }
            }
        }

        return properties;
    }

    public IReadOnlySet<string> Required()
        => Parts(depth: 0).SelectMany(p => p.Node.List("required")).OfType<SourceScalar>().Select(s => s.Text).ToHashSet(StringComparer.Ordinal);

    /// <summary>The alternatives of oneOf and anyOf, by name or by what they are.</summary>
    public IReadOnlyList<string> Alternatives()
        => [.. Node.List("oneOf").Concat(Node.List("anyOf")).Select(n => Of(_contract, n, Located.File)).OfType<SchemaView>().Select(v => v.CSharpType())];

    /// <summary>The type of a property or parameter in the generated code, without its question mark.</summary>
    public string CSharpType()
        => (Type, Format) switch
        {
            ("string", "uuid") => "Guid",
            ("string", "date-time") => "DateTimeOffset",
            ("string", "uri") => "Uri",
            ("string", "byte" or "binary") => "byte[]",
            ("string", _) => "string",
            ("integer", "int64") => "long",
            ("integer", _) => "int",
            ("number", "decimal") => "decimal",
            ("number", "float") => "float",
            ("number", _) => "double",
            ("boolean", _) => "bool",
            ("array", _) => $"IList<{Child("items")?.CSharpType() ?? "JToken"}>",
            _ when Node.Map("additionalProperties") is not null && !Node.Has("properties") => $"IDictionary<string, {Child("additionalProperties")?.CSharpType() ?? "JToken"}>",
            _ => Name ?? (Node.Has("properties") ? "class" : "JToken"),
        };

    public bool IsContainer => CSharpType().EndsWith('>');

    public bool IsValueType => CSharpType() is "Guid" or "DateTimeOffset" or "int" or "long" or "double" or "float" or "decimal" or "bool";

    private IEnumerable<SchemaView> Parts(int depth)
        => new[] { this }.Concat(depth > 20 ? [] : Node.List("allOf").Select(n => Of(_contract, n, Located.File)).OfType<SchemaView>().SelectMany(v => v.Parts(depth + 1)));
}

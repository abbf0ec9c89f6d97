using System.Globalization;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.Cli.Contracts.Verification;

/// <summary>An object of the contract with its line. References are followed; the line is that of the reference.</summary>
internal sealed class ContractPart
{
    private static readonly string[] Compositions = ["allOf", "oneOf", "anyOf"];

    private readonly SourceNode _root;
    private readonly SourceMap _map;

    private ContractPart(SourceNode root, SourceMap map, int line)
    {
        _root = root;
        _map = map;
        Line = line;
    }

    /// <summary>Gets the line. The first line is 1.</summary>
    public int Line { get; }

    /// <summary>Gets a value that indicates whether the schema does not restrict the names of an object's properties.</summary>
    public bool IsOpen => Schemas().All(s => s._map.Map("properties") is null && s._map.Text("additionalProperties") != "false");

    /// <summary>Reads a contract.</summary>
    /// <param name="yaml">The text, which is a valid contract.</param>
    public static ContractPart Read(string yaml)
        => SourceReader.Read("plannr.yaml", yaml, new Findings()) is SourceMap root
            ? new ContractPart(root, root, 1)
            : throw new ArgumentException("The text is not an OpenAPI contract.", nameof(yaml));

    /// <summary>Returns an object within this object, or null if there is none.</summary>
    public ContractPart? Child(params ReadOnlySpan<string> keys)
    {
        var part = this;
        foreach (var key in keys)
        {
            if (part._map.Entry(key) is not { Value: SourceMap map } entry)
            {
                return null;
            }

            part = new ContractPart(_root, Followed(map), entry.Key.Start.Line);
        }

        return part;
    }

    /// <summary>Returns the response of an operation for a case-insensitive key such as <c>200</c> or <c>default</c>, or null if there is none.</summary>
    public ContractPart? Response(string key)
        => _map.Map("responses") is { } responses && responses.Entries.FirstOrDefault(e => e.Key.Text.Equals(key, StringComparison.OrdinalIgnoreCase)) is { } entry
            ? Child("responses", entry.Key.Text)
            : null;

    /// <summary>Returns the schemas of an object's properties by name.</summary>
    public IReadOnlyDictionary<string, ContractPart> Properties()
    {
        var properties = new Dictionary<string, ContractPart>(StringComparer.Ordinal);
        foreach (var entry in Schemas().SelectMany(s => s._map.Map("properties")?.Entries ?? []))
        {
            if (entry.Value is SourceMap map)
            {
                properties.TryAdd(entry.Key.Text, new ContractPart(_root, Followed(map), entry.Key.Start.Line));
            }
        }

        return properties;
    }

    /// <summary>Returns the schema of additional properties, or null if there is none.</summary>
    public ContractPart? MapValue() => Schemas().Select(s => s.Child("additionalProperties")).FirstOrDefault(s => s is not null);

    /// <summary>Gets a value that indicates whether the schema explicitly allows additional properties.</summary>
    public bool AllowsOthers => Schemas().Any(s => s._map.Text("additionalProperties") == "true");

    /// <summary>Returns the schema of the elements of an array, or null if there is none.</summary>
    public ContractPart? Item() => Schemas().Select(s => s.Child("items")).FirstOrDefault(s => s is not null);

    /// <summary>Describes the values that the schema allows, such as "string (date-time) or null".</summary>
    public string Describe()
    {
        var schemas = Schemas().ToArray();
        string? First(string key) => schemas.Select(s => s._map.Text(key)).FirstOrDefault(t => t is not null);
        return (First("type") ?? "value")
            + (First("format") is { } format ? string.Create(CultureInfo.InvariantCulture, $" ({format})") : "")
            + (schemas.Any(s => s._map.Text("nullable") == "true") ? " or null" : "");
    }

    // The schema and the schemas that it is composed of.
    private IEnumerable<ContractPart> Schemas()
    {
        var known = new HashSet<SourceMap>();
        var left = new Queue<ContractPart>([this]);
        while (left.TryDequeue(out var part))
        {
            if (!known.Add(part._map))
            {
                continue;
            }

            yield return part;
            foreach (var inner in Compositions.SelectMany(part._map.List).OfType<SourceMap>())
            {
                left.Enqueue(new ContractPart(_root, Followed(inner), part.Line));
            }
        }
    }

    private SourceMap Followed(SourceMap map)
    {
        var known = new HashSet<SourceMap>();
        while (known.Add(map) && map.Reference is ['#', ..] reference && SourcePointer.Find(_root, reference[1..]) is SourceMap target)
        {
            map = target;
        }

        return map;
    }
}

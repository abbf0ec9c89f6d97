using System.Text.Json.Nodes;
using Plannr.SpecGate;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;

namespace Plannr.Mcp.Documentation;

/// <summary>The contract as documentation to look things up in: its operations, its schemas, and whatever a JSON pointer names.</summary>
internal sealed class ApiDocumentation
{
    private const int MostReferences = 32;

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly Lazy<ApiModel> _model;

    private ApiDocumentation(string yaml, string json, Located root)
    {
        _model = new Lazy<ApiModel>(() => ModelBuilder.Build(OpenApiContract.Parse("contract.yaml", yaml, new Findings()), new Findings()));
        Yaml = yaml;
        Json = json;
        Root = root;
        Operations = [.. ReadOperations()];
        Schemas = root.Child("components")?.Child("schemas")?.Children().ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) ?? [];
    }

    /// <summary>The contract as it is written.</summary>
    public string Yaml { get; }

    /// <summary>The contract as JSON, which is what pointers point into.</summary>
    public string Json { get; }

    /// <summary>The C# that is generated from the contract.</summary>
    public ApiModel Model => _model.Value;

    public Located Root { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public IReadOnlyDictionary<string, Located> Schemas { get; }

    /// <summary>The server that the contract names.</summary>
    public string? Server => Root.Items("servers").FirstOrDefault() is { Node: not null } server ? server.Text("url") : null;

    /// <exception cref="InvalidOperationException">The text is no JSON object.</exception>
    public static ApiDocumentation Parse(string yaml, string json)
        => JsonNode.Parse(json) is JsonObject root
            ? new ApiDocumentation(yaml, json, new Located(root, ""))
            : throw new InvalidOperationException("The contract is not a JSON object.");

    /// <summary>What stands at a JSON pointer, written as <c>#/a/b</c> or <c>/a/b</c>.</summary>
    public JsonNode? Find(string pointer)
    {
        JsonNode? node = Root.Node;
        foreach (var token in pointer.TrimStart('#').Split('/').Skip(1))
        {
            var key = token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject map => map[key],
                JsonArray list when int.TryParse(key, out var i) && i >= 0 && i < list.Count => list[i],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Follows a <c>$ref</c> to what it names.</summary>
    /// <exception cref="InvalidOperationException">It leads nowhere.</exception>
    public Located Resolve(Located place)
    {
        for (var i = 0; i < MostReferences; i++)
        {
            if (place.Text("$ref") is not { } reference)
            {
                return place;
            }

            place = reference.StartsWith("#/", StringComparison.Ordinal) && Find(reference) is JsonObject target
                ? new Located(target, reference[1..])
                : throw new InvalidOperationException($"The contract refers at #{place.Pointer} to {reference}, which is not there.");
        }

        throw new InvalidOperationException($"The contract's reference at #{place.Pointer} goes round in circles.");
    }

    private IEnumerable<ApiOperation> ReadOperations()
        => from path in Root.Child("paths")?.Children() ?? []
           from method in path.Value.Children()
           where Methods.Contains(method.Key)
           select ApiOperation.Read(this, method.Key, path.Key, path.Value, method.Value);
}

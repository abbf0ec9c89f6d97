using System.Text.Json.Nodes;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.Mcp.Documentation;

/// <summary>Finds operations, schemas and the targets of JSON pointers in the contract.</summary>
internal sealed class ApiDocumentation
{
    private const int MaxReferences = 32;

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    private readonly Lazy<ApiModel> _model;

    private ApiDocumentation(string yaml, string json, ContractNode root)
    {
        _model = new Lazy<ApiModel>(() => ModelBuilder.Build(OpenApiContract.Parse("contract.yaml", yaml, new Findings()), new Findings()));
        Yaml = yaml;
        Json = json;
        Root = root;
        Operations = [.. ReadOperations()];
        Schemas = root.Child("components")?.Child("schemas")?.Children().ToDictionary(s => s.Key, s => s.Value, StringComparer.Ordinal) ?? [];
    }

    /// <summary>Gets the text of the contract.</summary>
    public string Yaml { get; }

    /// <summary>Gets the contract as JSON, which JSON pointers refer to.</summary>
    public string Json { get; }

    /// <summary>Gets the model of the C# that is generated from the contract.</summary>
    public ApiModel Model => _model.Value;

    public ContractNode Root { get; }

    public IReadOnlyList<DocumentedOperation> Operations { get; }

    public IReadOnlyDictionary<string, ContractNode> Schemas { get; }

    /// <summary>Gets the first server of the contract; null if there is none.</summary>
    public string? Server => Root.Items("servers").FirstOrDefault() is { Node: not null } server ? server.Text("url") : null;

    /// <summary>Parses a contract.</summary>
    /// <exception cref="InvalidOperationException">The JSON is not an object.</exception>
    public static ApiDocumentation Parse(string yaml, string json)
        => JsonNode.Parse(json) is JsonObject root
            ? new ApiDocumentation(yaml, json, new ContractNode(root, ""))
            : throw new InvalidOperationException("The contract is not a JSON object.");

    /// <summary>Returns the target of a JSON pointer such as <c>#/a/b</c> or <c>/a/b</c>, or null if it does not exist.</summary>
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

    /// <summary>Follows <c>$ref</c> to its target.</summary>
    /// <exception cref="InvalidOperationException">The target does not exist, or the references form a cycle.</exception>
    public ContractNode Resolve(ContractNode place)
    {
        for (var i = 0; i < MaxReferences; i++)
        {
            if (place.Text("$ref") is not { } reference)
            {
                return place;
            }

            place = reference.StartsWith("#/", StringComparison.Ordinal) && Find(reference) is JsonObject target
                ? new ContractNode(target, reference[1..])
                : throw new InvalidOperationException($"The reference {reference} at #{place.Pointer} of the contract does not exist.");
        }

        throw new InvalidOperationException($"The references at #{place.Pointer} of the contract form a cycle.");
    }

    private IEnumerable<DocumentedOperation> ReadOperations()
        => from path in Root.Child("paths")?.Children() ?? []
           from method in path.Value.Children()
           where Methods.Contains(method.Key)
           select DocumentedOperation.Read(this, method.Key, path.Key, path.Value, method.Value);
}

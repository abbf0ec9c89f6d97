using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using Plannr.Mcp.Contracts;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Contracts;

/// <summary>The contract that the sandbox implements: its text, its model, and the resources in its examples.</summary>
internal sealed class Contract
{
    private const string UpdateConnection = "/api/v1/oauth/connections/{oauthConnection_uuid}";
    private const string GetSubscription = "/api/v2/webhook-subscriptions/{uuid}";

    // All sandboxes of the process share the embedded contract, which is immutable.
    private static readonly Lazy<Task<Contract>> Embedded = new(async () => Of(await ContractDocument.LoadAsync(CancellationToken.None)));

    private Contract(ContractDocument contract, JObject exampleConnection, JObject? exampleSubscription)
    {
        Yaml = contract.Yaml;
        Json = contract.Json;
        Document = contract.Document;
        ExampleUuid = ResourceUuid.Of(exampleConnection);
        ExampleConnection = exampleConnection;
        ExampleSubscription = exampleSubscription;
    }

    /// <summary>Gets the text of the contract, including comments.</summary>
    public string Yaml { get; }

    /// <summary>Gets the contract as JSON.</summary>
    public string Json { get; }

    /// <summary>Gets the model of the contract.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>Gets the UUID in the contract's example request.</summary>
    public Guid ExampleUuid { get; }

    /// <summary>Gets the connection of the contract's first example response, with the UUID of the example request.</summary>
    public JObject ExampleConnection { get; }

    /// <summary>Gets the webhook subscription of the contract's first example response, with the UUID of the example request; null if the contract has none.</summary>
    public JObject? ExampleSubscription { get; }

    /// <summary>Returns the contract that is embedded in the sandbox.</summary>
    public static Task<Contract> LoadAsync(CancellationToken cancellationToken) => Embedded.Value.WaitAsync(cancellationToken);

    /// <summary>Parses a contract in YAML.</summary>
    /// <exception cref="InvalidOperationException">The contract cannot be read.</exception>
    public static async Task<Contract> ParseAsync(string yaml, CancellationToken cancellationToken)
        => Of(await ContractDocument.ParseAsync(yaml, cancellationToken));

    private static Contract Of(ContractDocument contract)
    {
        var paths = contract.Document.Paths;
        var connection = Example(paths[UpdateConnection], HttpMethod.Put);
        var subscription = paths.TryGetValue(GetSubscription, out var path) ? Example(path, HttpMethod.Get) : null;
        return new Contract(contract, connection, subscription);
    }

    private static JObject Example(IOpenApiPathItem path, HttpMethod method)
    {
        var operation = path.Operations![method];
        var resource = (JObject)PlainJson.Read(operation.Responses!["200"].Content!["application/json"].Examples!.First().Value.Value!.ToJsonString());
        // The examples of requests and responses have different UUIDs. The store needs the UUID of the request, so that the example works.
        resource["uuid"] = (path.Parameters ?? []).Concat(operation.Parameters ?? []).Single(p => p.In == ParameterLocation.Path).Example!.GetValue<string>();
        return resource;
    }
}

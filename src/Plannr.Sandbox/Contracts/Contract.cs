using Microsoft.OpenApi;
using Newtonsoft.Json.Linq;
using Plannr.Mcp.Contracts;
using Plannr.Sandbox.State;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Contracts;

/// <summary>The contract that the sandbox serves: its text, its model, and the resources that its examples describe.</summary>
internal sealed class Contract
{
    private const string UpdateConnection = "/api/v1/oauth/connections/{oauthConnection_uuid}";
    private const string GetSubscription = "/api/v2/webhook-subscriptions/{uuid}";

    // The embedded contract is the same for every sandbox of the process, and nothing changes it once it is read.
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

    /// <summary>The contract as it is written, comments included.</summary>
    public string Yaml { get; }

    /// <summary>The contract as JSON.</summary>
    public string Json { get; }

    /// <summary>The contract, read.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>The UUID that the contract's example request addresses.</summary>
    public Guid ExampleUuid { get; }

    /// <summary>The connection of the contract's first example response, under the UUID of the example request.</summary>
    public JObject ExampleConnection { get; }

    /// <summary>The webhook subscription of the contract's first example response, under the UUID of the example request; null if the contract has none.</summary>
    public JObject? ExampleSubscription { get; }

    /// <summary>The contract that is built into the sandbox.</summary>
    public static Task<Contract> LoadAsync(CancellationToken cancellationToken) => Embedded.Value.WaitAsync(cancellationToken);

    /// <summary>A contract in YAML.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
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
        // The examples of responses have other UUIDs than those of requests; a store in which that holds could not be used.
        resource["uuid"] = (path.Parameters ?? []).Concat(operation.Parameters ?? []).Single(p => p.In == ParameterLocation.Path).Example!.GetValue<string>();
        return resource;
    }
}

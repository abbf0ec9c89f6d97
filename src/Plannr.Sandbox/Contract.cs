using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>What the sandbox takes from the contract: the connection that it starts with.</summary>
internal sealed class Contract
{
    private const string UpdateConnection = "/api/v1/oauth/connections/{oauthConnection_uuid}";

    private Contract(Guid exampleUuid, OAuthConnection exampleConnection)
    {
        ExampleUuid = exampleUuid;
        ExampleConnection = exampleConnection;
    }

    /// <summary>The UUID that the contract's example request addresses.</summary>
    public Guid ExampleUuid { get; }

    /// <summary>The connection of the contract's first example response.</summary>
    public OAuthConnection ExampleConnection { get; }

    public static async Task<Contract> LoadAsync(CancellationToken cancellationToken)
    {
        await using var stream = typeof(Contract).Assembly.GetManifestResourceStream("plannr.yaml")
            ?? throw new InvalidOperationException("The contract is not embedded in Plannr.Sandbox.");
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var (document, diagnostic) = await OpenApiDocument.LoadAsync(stream, "yaml", settings, cancellationToken);
        if (document is null || diagnostic?.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The contract cannot be read: {string.Join(" ", diagnostic?.Errors.Select(e => e.ToString()) ?? [])}");
        }

        var path = document.Paths[UpdateConnection];
        var update = path.Operations![HttpMethod.Put];
        var uuid = (path.Parameters ?? []).Concat(update.Parameters ?? []).Single(p => p.In == ParameterLocation.Path).Example!.GetValue<string>();
        var connection = update.Responses!["200"].Content!["application/json"].Examples!.First().Value.Value!.ToJsonString();
        return new Contract(Guid.Parse(uuid), PlannrJson.Deserialize<OAuthConnection>(connection));
    }
}

using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>The contract that the sandbox serves: its text, its model, and the connection that its examples describe.</summary>
internal sealed class Contract
{
    private const string UpdateConnection = "/api/v1/oauth/connections/{oauthConnection_uuid}";

    private Contract(string yaml, string json, OpenApiDocument document, Guid exampleUuid, OAuthConnection exampleConnection)
    {
        Yaml = yaml;
        Json = json;
        Document = document;
        ExampleUuid = exampleUuid;
        ExampleConnection = exampleConnection;
    }

    /// <summary>The contract as it is written, comments included.</summary>
    public string Yaml { get; }

    /// <summary>The contract as JSON.</summary>
    public string Json { get; }

    /// <summary>The contract, read.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>The UUID that the contract's example request addresses.</summary>
    public Guid ExampleUuid { get; }

    /// <summary>The connection of the contract's first example response.</summary>
    public OAuthConnection ExampleConnection { get; }

    public static async Task<Contract> LoadAsync(CancellationToken cancellationToken)
    {
        await using var stream = typeof(Contract).Assembly.GetManifestResourceStream("plannr.yaml")
            ?? throw new InvalidOperationException("The contract is not embedded in Plannr.Sandbox.");
        using var text = new StreamReader(stream);
        var yaml = await text.ReadToEndAsync(cancellationToken);
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var (document, diagnostic) = OpenApiDocument.Parse(yaml, "yaml", settings);
        if (document is null || diagnostic?.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The contract cannot be read: {string.Join(" ", diagnostic?.Errors.Select(e => e.ToString()) ?? [])}");
        }

        var path = document.Paths[UpdateConnection];
        var update = path.Operations![HttpMethod.Put];
        var uuid = (path.Parameters ?? []).Concat(update.Parameters ?? []).Single(p => p.In == ParameterLocation.Path).Example!.GetValue<string>();
        var connection = update.Responses!["200"].Content!["application/json"].Examples!.First().Value.Value!.ToJsonString();
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken);
        return new Contract(yaml, json, document, Guid.Parse(uuid), PlannrJson.Deserialize<OAuthConnection>(connection));
    }
}

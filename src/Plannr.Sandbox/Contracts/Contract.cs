using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Newtonsoft.Json.Linq;
using Plannr.Sandbox.Validation;

namespace Plannr.Sandbox.Contracts;

/// <summary>The contract that the sandbox serves: its text, its model, and the connection that its examples describe.</summary>
internal sealed class Contract
{
    private const string UpdateConnection = "/api/v1/oauth/connections/{oauthConnection_uuid}";

    // The embedded contract is the same for every sandbox of the process, and nothing changes it once it is read.
    private static readonly Lazy<Task<Contract>> Embedded = new(ReadEmbeddedAsync);

    private Contract(string yaml, string json, OpenApiDocument document, Guid exampleUuid, JObject exampleConnection)
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

    /// <summary>The connection of the contract's first example response, under the UUID of the example request.</summary>
    public JObject ExampleConnection { get; }

    /// <summary>The contract that is built into the sandbox.</summary>
    public static Task<Contract> LoadAsync(CancellationToken cancellationToken) => Embedded.Value.WaitAsync(cancellationToken);

    /// <summary>A contract in YAML.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public static async Task<Contract> ParseAsync(string yaml, CancellationToken cancellationToken)
    {
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
        var connection = (JObject)PlainJson.Read(update.Responses!["200"].Content!["application/json"].Examples!.First().Value.Value!.ToJsonString());
        // The vendor's page answers with another UUID than it was asked for; a store in which that holds could not be used.
        connection["uuid"] = uuid;
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken);
        return new Contract(yaml, json, document, Guid.Parse(uuid), connection);
    }

    private static async Task<Contract> ReadEmbeddedAsync()
    {
        await using var stream = typeof(Contract).Assembly.GetManifestResourceStream("plannr.yaml")
            ?? throw new InvalidOperationException("The contract is not embedded in Plannr.Sandbox.");
        using var text = new StreamReader(stream);
        return await ParseAsync(await text.ReadToEndAsync(), CancellationToken.None);
    }
}

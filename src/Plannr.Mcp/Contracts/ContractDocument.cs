using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace Plannr.Mcp.Contracts;

/// <summary>An OpenAPI contract: its text and its model.</summary>
internal sealed class ContractDocument
{
    // The embedded contract is immutable and shared by the whole process.
    private static readonly Lazy<Task<ContractDocument>> Embedded = new(ReadEmbeddedAsync);

    private ContractDocument(string yaml, string json, OpenApiDocument document)
    {
        Yaml = yaml;
        Json = json;
        Document = document;
    }

    /// <summary>Gets the text of the contract, including comments.</summary>
    public string Yaml { get; }

    /// <summary>Gets the contract as JSON.</summary>
    public string Json { get; }

    /// <summary>Gets the model of the contract.</summary>
    public OpenApiDocument Document { get; }

    /// <summary>Returns the contract of the Plannr CRM API, which is embedded in this assembly.</summary>
    public static Task<ContractDocument> LoadAsync(CancellationToken cancellationToken) => Embedded.Value.WaitAsync(cancellationToken);

    /// <summary>Reads a contract in YAML.</summary>
    /// <exception cref="InvalidOperationException">The contract cannot be read.</exception>
    public static async Task<ContractDocument> ParseAsync(string yaml, CancellationToken cancellationToken)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var (document, diagnostic) = OpenApiDocument.Parse(yaml, "yaml", settings);
        if (document is null || diagnostic?.Errors.Count > 0)
        {
            throw new InvalidOperationException($"The contract cannot be read: {string.Join(" ", diagnostic?.Errors.Select(e => e.ToString()) ?? [])}");
        }

        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0, cancellationToken).ConfigureAwait(false);
        return new ContractDocument(yaml, json, document);
    }

    private static async Task<ContractDocument> ReadEmbeddedAsync()
    {
        await using var stream = typeof(ContractDocument).Assembly.GetManifestResourceStream("plannr.yaml")
            ?? throw new InvalidOperationException("The contract is not embedded in Plannr.Mcp.");
        using var text = new StreamReader(stream);
        return await ParseAsync(await text.ReadToEndAsync().ConfigureAwait(false), CancellationToken.None).ConfigureAwait(false);
    }
}

using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Rules;
using Plannr.SpecGate.Source;
using Plannr.SpecGate.Writing;

namespace Plannr.SpecGate;

/// <summary>Holds a contract against every rule.</summary>
internal static class Linter
{
    public static async Task<Findings> LintAsync(string path) => (await NormalizeAsync(path)).Findings;

    /// <summary>Checks a contract, and normalizes it on the way: that shows what cannot be generated.</summary>
    /// <returns>What was found, and the normalized contract if there is no error.</returns>
    public static async Task<(Findings Findings, JObject? Normalized)> NormalizeAsync(string path)
    {
        var findings = new Findings();
        var contract = OpenApiContract.Read(path, findings);
        if (contract.Main.Root is null)
        {
            return (findings, null);
        }

        CheckVersion(contract, findings);
        PathRules.Check(contract, findings);
        ComponentRules.Check(contract, findings);
        SchemaRules.Check(contract, findings);
        SecurityRules.Check(contract, findings);
        await ValueRules.CheckAsync(contract, findings);
        var model = ModelBuilder.Build(contract, findings);
        if (!findings.HasErrors)
        {
            await CheckWithMicrosoftOpenApiAsync(contract, findings);
        }

        DocumentationRules.Check(contract, findings);
        if (!findings.HasErrors)
        {
            ReleaseRules.Check(contract, findings);
        }

        return (findings, findings.HasErrors ? null : ContractWriter.Write(model));
    }

    private static void CheckVersion(OpenApiContract contract, Findings findings)
    {
        if (contract.Root["openapi"] is SourceScalar version && !version.Text.StartsWith("3.0.", StringComparison.Ordinal))
        {
            findings.Add(Rule.Version, contract.Main.Path, version.Start, $"The document says OpenAPI {version.Text}; contracts are OpenAPI 3.0.x. Write 'openapi: 3.0.3'.");
        }
        else if (contract.Root.Entry("swagger") is { } swagger)
        {
            findings.Add(Rule.Version, contract.Main.Path, swagger.Key.Start, "This is a Swagger 2.0 document; contracts are OpenAPI 3.0.x. Write 'openapi: 3.0.3'.");
        }
    }

    // The reader that the sandbox and the tests use, with the rules that it knows and we do not.
    private static async Task CheckWithMicrosoftOpenApiAsync(OpenApiContract contract, Findings findings)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        await using var stream = File.OpenRead(contract.Main.Path);
        var format = contract.Main.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "json" : "yaml";
        var (_, diagnostic) = await OpenApiDocument.LoadAsync(stream, format, settings);
        foreach (var error in diagnostic?.Errors ?? [])
        {
            var place = error.Pointer is { Length: > 0 } pointer ? contract.Resolve(pointer, contract.Main)?.Node : null;
            findings.Add(Rule.NotRead, contract.Main.Path, (place ?? contract.Root).Start, error.Message);
        }
    }
}

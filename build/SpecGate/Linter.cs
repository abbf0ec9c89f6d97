using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
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
    /// <param name="path">The contract's file.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <returns>What was found, and the normalized contract if there is no error.</returns>
    public static async Task<(Findings Findings, JObject? Normalized)> NormalizeAsync(string path, bool skipsUnsupported = false)
    {
        var findings = new Findings();
        var contract = OpenApiContract.Read(path, findings);
        if (contract.Main.Root is null)
        {
            return (findings, null);
        }

        if (PreparationRules.Check(contract, findings) is { } unprepared)
        {
            return (unprepared, null);
        }

        CompositionRules.Check(contract, findings);
        if (findings.Any(f => f.Rule == Rule.TooLarge))
        {
            return (findings, null);
        }

        ApiModel model;
        try
        {
            model = await CheckAsync(contract, findings, skipsUnsupported);
        }
        catch (InsufficientExecutionStackException)
        {
            // What walks along references makes sure that it can go on.
            findings.Add(Rule.TooLarge, path, contract.Main.Root.Start, "The schemas refer to each other in a chain that is too long. Put properties between arrays of arrays, and inherit on fewer levels.");
            return (findings, null);
        }

        return (findings, findings.HasErrors ? null : ContractWriter.Write(model));
    }

    private static async Task<ApiModel> CheckAsync(OpenApiContract contract, Findings findings, bool skipsUnsupported)
    {
        CheckVersion(contract, findings);
        PathRules.Check(contract, findings);
        OperationIdRules.Check(contract, findings);
        ComponentRules.Check(contract, findings);
        SchemaRules.Check(contract, findings);
        SecurityRules.Check(contract, findings);
        await ValueRules.CheckAsync(contract, findings);
        var model = ModelBuilder.Build(contract, findings, skipsUnsupported);
        // What has a finding already is most likely what Microsoft.OpenApi stumbles over too, and a large document takes it long.
        if (!findings.Any())
        {
            ReaderRules.Check(contract, findings);
        }

        DocumentationRules.Check(contract, findings);
        if (!findings.HasErrors)
        {
            ReleaseRules.Check(contract, findings);
        }

        return model;
    }

    private static void CheckVersion(OpenApiContract contract, Findings findings)
    {
        if (contract.Root["openapi"] is SourceScalar version && Dialect.Of(version.Text) is null)
        {
            findings.Add(Rule.Version, contract.Main.Path, version.Start, $"The document says OpenAPI {version.Text}; contracts are OpenAPI 3.0, 3.1 or 3.2. Write 'openapi: 3.0.3', '3.1.1' or '3.2.0'.");
        }
    }
}

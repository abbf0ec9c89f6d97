using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Rules;
using Plannr.SpecGate.Source;
using Plannr.SpecGate.Writing;

namespace Plannr.SpecGate;

/// <summary>Checks a contract against all rules.</summary>
internal static class Linter
{
    public static async Task<Findings> LintAsync(string path) => (await NormalizeAsync(path)).Findings;

    /// <summary>Checks a contract and normalizes it. Normalizing finds what cannot be generated.</summary>
    /// <param name="path">The contract's file.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <returns>The findings, and the normalized contract if there are no errors.</returns>
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
            // Every recursion along references calls EnsureSufficientExecutionStack.
            findings.Add(Rule.TooLarge, path, contract.Main.Root.Start, "The schemas refer to each other in a chain that is too long. To shorten it, replace arrays of arrays with arrays of objects, and use fewer levels of inheritance.");
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
        // Microsoft.OpenApi would most likely report the same problems again, and it is slow for large documents.
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
            findings.Add(Rule.Version, contract.Main.Path, version.Start, $"OpenAPI {version.Text} is not supported. Write 'openapi: 3.0.3', '3.1.1' or '3.2.0'.");
        }
    }
}

using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Rules;

/// <summary>Finds documents that another tool must convert or bundle before they can be a contract.</summary>
internal static class PreparationRules
{
    /// <summary>Checks whether another tool must prepare the document.</summary>
    /// <param name="contract">The document.</param>
    /// <param name="findings">The findings of its structure.</param>
    /// <returns>The finding that causes all others, or null if the document needs no preparation.</returns>
    public static Findings? Check(OpenApiContract contract, Findings findings)
    {
        var only = new Findings();
        if (contract.Root.Entry("swagger") is { } swagger && !contract.Root.Has("openapi"))
        {
            only.Add(Rule.Version, contract.Main.Path, swagger.Key.Start, $"This is a Swagger 2.0 document. Convert it to OpenAPI 3.0, and make the result the contract: npx swagger2openapi {Path.GetFileName(contract.Main.Path)} --outfile openapi.yaml --yaml");
            return only;
        }

        if (findings.FirstOrDefault(f => f.Rule == Rule.NotBundled) is not { } bundle)
        {
            return null;
        }

        only.Add(bundle.Rule, bundle.File, bundle.Mark, bundle.Message);
        return only;
    }
}

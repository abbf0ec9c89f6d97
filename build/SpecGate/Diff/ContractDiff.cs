using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Diff.CSharp;
using Plannr.SpecGate.Diff.Operations;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Modeling;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Diff;

/// <summary>Finds the changes between two contracts, for callers of the API and for users of the generated C#.</summary>
internal static class ContractDiff
{
    /// <summary>Compares two contracts that have no errors.</summary>
    /// <returns>The changes, first for callers and then for C#, each sorted by impact, the most severe first.</returns>
    public static IReadOnlyList<Change> Compare(OpenApiContract old, OpenApiContract now)
    {
        var comparison = new Comparison(old, now);
        new ServerDiff(comparison).Compare();
        SecuritySchemeDiff.Compare(comparison);
        CompareOperations(comparison);
        comparison.Add(CSharpDiff.Compare(Model(old), Model(now)));
        return comparison.Changes;
    }

    // The findings about unsupported parts are ignored here: generating the code reports them.
    private static ApiModel Model(OpenApiContract contract) => ModelBuilder.Build(contract, new Findings());

    private static void CompareOperations(Comparison comparison)
    {
        var (before, after) = (ComparedOperation.All(comparison.Old), ComparedOperation.All(comparison.New));
        foreach (var (key, operation) in after)
        {
            if (before.TryGetValue(key, out var earlier))
            {
                OperationDiff.Compare(comparison, earlier, operation);
            }
            else
            {
                comparison.Add("endpoint-added", Impact.Compatible, operation.Where, "The operation was added.", operation.File, operation.Method);
            }
        }

        foreach (var operation in before.Where(o => !after.ContainsKey(o.Key)).Select(o => o.Value))
        {
            var wasDeprecated = operation.Node.Text("deprecated") == "true";
            comparison.Add(wasDeprecated ? "api-removed-after-deprecation" : "api-removed-without-deprecation", Impact.Breaking, operation.Where, "The operation was removed.", operation.File, operation.Method);
        }
    }
}

using Plannr.SpecGate.Contract;

namespace Plannr.SpecGate.Diff;

/// <summary>Says what changed between two contracts, for callers of the API and for users of the generated C#.</summary>
internal static class ContractDiff
{
    /// <summary>Compares two contracts that have no errors.</summary>
    /// <returns>The changes, the gravest first.</returns>
    public static IReadOnlyList<Change> Compare(OpenApiContract old, OpenApiContract now)
    {
        var comparison = new Comparison(old, now);
        new ServerDiff(comparison).Compare();
        SecuritySchemeDiff.Compare(comparison);
        CompareOperations(comparison);
        return comparison.Changes;
    }

    private static void CompareOperations(Comparison comparison)
    {
        var (before, after) = (Operation.All(comparison.Old), Operation.All(comparison.New));
        foreach (var (key, operation) in after)
        {
            if (before.TryGetValue(key, out var earlier))
            {
                OperationDiff.Compare(comparison, earlier, operation);
            }
            else
            {
                comparison.Add("endpoint-added", Impact.Compatible, Impact.Risky, operation.Where, "The operation was added; who implements the client's interface must add its methods.", operation.File, operation.Method);
            }
        }

        foreach (var operation in before.Where(o => !after.ContainsKey(o.Key)).Select(o => o.Value))
        {
            var wasDeprecated = operation.Node.Text("deprecated") == "true";
            comparison.Add(wasDeprecated ? "api-removed-after-deprecation" : "api-removed-without-deprecation", Impact.Breaking, Impact.Breaking, operation.Where, "The operation was removed.", operation.File, operation.Method);
        }
    }
}

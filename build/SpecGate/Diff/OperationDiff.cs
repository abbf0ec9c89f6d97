namespace Plannr.SpecGate.Diff;

/// <summary>Compares what an operation says of itself, and hands its parts on to those who compare them.</summary>
internal static class OperationDiff
{
    public static void Compare(Comparison comparison, Operation old, Operation now)
    {
        CompareId(comparison, old, now);
        CompareDeprecation(comparison, old, now);
        new ServerDiff(comparison).Compare(old, now);
        SecurityDiff.Compare(comparison, old, now);
        new ParameterDiff(comparison, now.Where).Compare(old, now);
        new RequestBodyDiff(comparison, now.Where).Compare(old.RequestBody(comparison.Old), now.RequestBody(comparison.New));
        new ResponseDiff(comparison, now.Where).Compare(old, now);
        CallbackDiff.Compare(comparison, old, now);
    }

    private static void CompareId(Comparison comparison, Operation old, Operation now)
    {
        var (before, after) = (old.Node.Text("operationId"), now.Node.Text("operationId"));
        if (before != after)
        {
            // Without an operationId, the names are made of method and path.
            var (id, what) = after is null
                ? ("operation-id-removed", $"The operationId {before} was removed")
                : before is null ? ("operation-id-added", $"The operationId {after} was added") : ("operation-id-changed", $"The operationId changed from {before} to {after}");
            comparison.Add(id, Impact.None, Impact.Breaking, now.Where, $"{what}, and with it the names of client and method.", now.File, now.Node["operationId"] ?? now.Method);
        }
    }

    private static void CompareDeprecation(Comparison comparison, Operation old, Operation now)
    {
        var (before, after) = (old.Node.Text("deprecated") == "true", now.Node.Text("deprecated") == "true");
        if (!before && after)
        {
            comparison.Add("endpoint-deprecated", Impact.Compatible, Impact.Risky, now.Where, "The operation is deprecated.", now.File, now.Node["deprecated"]!);
        }
        else if (before && !after)
        {
            comparison.Add("endpoint-reactivated", Impact.Compatible, Impact.None, now.Where, "The operation is no longer deprecated.", now.File, now.Method);
        }
    }
}

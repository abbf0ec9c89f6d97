using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares two versions of an operation.</summary>
internal static class OperationDiff
{
    public static void Compare(Comparison comparison, ComparedOperation old, ComparedOperation now)
    {
        CompareDeprecation(comparison, old, now);
        new ServerDiff(comparison).Compare(old, now);
        SecurityDiff.Compare(comparison, old, now);
        new ParameterDiff(comparison, now.Where).Compare(old, now);
        new RequestBodyDiff(comparison, now.Where).Compare(old.RequestBody(comparison.Old), now.RequestBody(comparison.New));
        new ResponseDiff(comparison, now.Where).Compare(old, now);
        CallbackDiff.Compare(comparison, old, now);
    }

    private static void CompareDeprecation(Comparison comparison, ComparedOperation old, ComparedOperation now)
    {
        var (before, after) = (old.Node.Text("deprecated") == "true", now.Node.Text("deprecated") == "true");
        if (!before && after)
        {
            comparison.Add("endpoint-deprecated", Impact.Compatible, now.Where, "The operation is deprecated.", now.File, now.Node["deprecated"]!);
        }
        else if (before && !after)
        {
            comparison.Add("endpoint-reactivated", Impact.Compatible, now.Where, "The operation is no longer deprecated.", now.File, now.Method);
        }
    }
}

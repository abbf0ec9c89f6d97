using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Model;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>
/// Compares the public C# that is generated from two contracts. Two models with the same public C# have no changes, and two models
/// with different public C# have at least one change.
/// </summary>
internal static class CSharpDiff
{
    public static IReadOnlyList<Change> Compare(ApiModel old, ApiModel now)
    {
        var changes = new CSharpChanges();
        var (oldTypes, newTypes) = (new TypeIndex(old), new TypeIndex(now));
        var renames = TypeRenames.Find(oldTypes, newTypes);
        new TypeDiff(oldTypes, newTypes, renames, changes).Compare();
        var oldNames = new TypeNames(renames);
        new MethodDiff(old, now, oldNames, new Conversions(oldNames, newTypes), changes).Compare();
        return changes.All;
    }
}

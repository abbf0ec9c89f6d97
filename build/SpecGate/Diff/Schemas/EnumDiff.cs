using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>Compares the values of <c>enum</c>.</summary>
internal static class EnumDiff
{
    public static void Compare(SchemaPlace place, SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (Values(old), Values(now));
        if (before.Count > 0 && after.Count > 0)
        {
            CompareValues(place, before, after, path, now);
        }
        else if (before.Count != after.Count && old.Type == now.Type)
        {
            CompareKind(place, now, path);
        }
    }

    private static void CompareValues(SchemaPlace place, List<string> before, List<string> after, string path, SchemaView now)
    {
        foreach (var added in after.Except(before))
        {
            place.Add($"{place.Direction}-property-enum-value-added", place.IsRequest ? Impact.Compatible : Impact.Risky, path,
                $"The value '{added}' was added{(place.IsRequest ? "" : "; callers that switch over the values do not handle it")}.", now);
        }

        foreach (var removed in before.Except(after))
        {
            place.Add($"{place.Direction}-property-enum-value-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"The value '{removed}' was removed.", now);
        }
    }

    private static void CompareKind(SchemaPlace place, SchemaView now, string path)
    {
        if (Values(now).Count > 0)
        {
            place.Add($"{place.Direction}-property-became-enum", place.IsRequest ? Impact.Breaking : Impact.Compatible, path, $"The values are now limited to {string.Join(", ", Values(now))}.", now);
        }
        else
        {
            place.Add($"{place.Direction}-property-became-not-enum", place.IsRequest ? Impact.Compatible : Impact.Risky, path, "The values are no longer limited to a list.", now);
        }
    }

    private static List<string> Values(SchemaView view) => [.. view.List("enum").OfType<SourceScalar>().Select(s => s.Text)];
}

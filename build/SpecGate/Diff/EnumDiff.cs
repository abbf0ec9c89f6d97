using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares the values that a schema lists.</summary>
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
            CompareKind(place, old, now, path);
        }
    }

    private static void CompareValues(SchemaPlace place, List<string> before, List<string> after, string path, SchemaView now)
    {
        foreach (var added in after.Except(before))
        {
            place.Add($"{place.Direction}-property-enum-value-added", place.IsRequest ? Impact.Compatible : Impact.Risky, Impact.Compatible, path,
                $"The value '{added}' was added{(place.IsRequest ? "" : "; callers who switch over the values do not know it")}.", now);
        }

        foreach (var removed in before.Except(after))
        {
            place.Add($"{place.Direction}-property-enum-value-removed", place.IsRequest ? Impact.Breaking : Impact.Compatible, Impact.Breaking, path, $"The value '{removed}' was removed.", now);
        }
    }

    private static void CompareKind(SchemaPlace place, SchemaView old, SchemaView now, string path)
    {
        var (from, to) = (old.CSharpType(), now.CSharpType());
        var cSharp = from == to ? Impact.None : Impact.Breaking;
        if (Values(now).Count > 0)
        {
            place.Add($"{place.Direction}-property-became-enum", place.IsRequest ? Impact.Breaking : Impact.Compatible, cSharp, path,
                $"It is one of {string.Join(", ", Values(now))} now{(from == to ? "" : $", in C# {to} instead of {from}")}.", now);
        }
        else
        {
            place.Add($"{place.Direction}-property-became-not-enum", place.IsRequest ? Impact.Compatible : Impact.Risky, cSharp, path,
                $"Its values are no longer listed{(from == to ? "" : $", in C# it is {to} instead of {from}")}.", now);
        }
    }

    private static List<string> Values(SchemaView view) => [.. view.List("enum").OfType<SourceScalar>().Select(s => s.Text)];
}

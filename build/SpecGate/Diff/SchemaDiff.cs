using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares schemas, in the direction that their values travel.</summary>
internal sealed class SchemaDiff(SchemaPlace place)
{
    private readonly HashSet<(SourceNode, SourceNode)> _seen = [];
    private readonly Queue<(SchemaView Old, SchemaView New, string Path, bool IsRequired)> _open = new();
    private bool _isComparing;

    public void Compare(SchemaView? old, SchemaView? now)
    {
        if (old is not null && now is not null)
        {
            Compare(old, now, path: "", isRequired: false);
        }
    }

    /// <param name="old">The schema that was.</param>
    /// <param name="now">The schema that is.</param>
    /// <param name="path">The way to it from the body.</param>
    /// <param name="isRequired">It is a property that is required before and after, and so null in C# depends on nullable alone.</param>
    public void Compare(SchemaView old, SchemaView now, string path, bool isRequired)
    {
        // Not by recursion: a chain of schemas may be longer than the stack allows.
        _open.Enqueue((old, now, path, isRequired));
        if (_isComparing)
        {
            return;
        }

        _isComparing = true;
        while (_open.TryDequeue(out var pair))
        {
            ComparePair(pair.Old, pair.New, pair.Path, pair.IsRequired);
        }

        _isComparing = false;
    }

    private void ComparePair(SchemaView old, SchemaView now, string path, bool isRequired)
    {
        CompareUse(old, now, path, isRequired);

        // Of a union and a plain object, one has properties where the other has alternatives: the type has changed, not they.
        var isAnotherKind = old.IsUnion != now.IsUnion && old.HasMembers != now.HasMembers;
        if (isAnotherKind || !_seen.Add((old.Definition, now.Definition)))
        {
            return;
        }

        EnumDiff.Compare(place, old, now, path);
        LimitDiff.Compare(place, old, now, path);
        new CompositionDiff(place, this).Compare(old, now, path);
        new PropertyDiff(place, this).Compare(old, now, path);
        if (old.Child("items") is { } oldItems && now.Child("items") is { } items)
        {
            Compare(oldItems, items, path + "[]", isRequired: false);
        }
    }

    /// <summary>Compares what may differ from one $ref to the next.</summary>
    private void CompareUse(SchemaView old, SchemaView now, string path, bool isRequired)
    {
        CompareType(old, now, path);
        CompareNullability(old, now, path, isRequired);
        var (before, after) = (old.Text("default"), now.Text("default"));
        if (place.IsRequest && before != after)
        {
            place.Add("request-property-default-value-changed", Impact.Breaking, Impact.None, path, $"What is meant when it is left out changed from {before ?? "nothing"} to {after ?? "nothing"}.", now);
        }

        if (old.Is("deprecated") != now.Is("deprecated"))
        {
            var isDeprecated = now.Is("deprecated");
            place.Add($"{place.Direction}-property-{(isDeprecated ? "deprecated" : "reactivated")}", Impact.Compatible, isDeprecated ? Impact.Risky : Impact.None,
                path, isDeprecated ? "It is deprecated; the compiler warns code that uses it." : "It is no longer deprecated.", now);
        }
    }

    private void CompareType(SchemaView old, SchemaView now, string path)
    {
        var (from, to) = (Describe(old), Describe(now));
        var (fromCSharp, toCSharp) = (old.CSharpType(), now.CSharpType());
        if (from != to && !(old.IsUnion && now.IsUnion))
        {
            // What is sent may be more than was allowed before, and what is received may be less.
            var isHarmless = place.IsRequest ? Includes(now, old) : Includes(old, now);
            place.Add($"{place.Direction}-property-type-changed", isHarmless ? Impact.Compatible : Impact.Breaking, fromCSharp == toCSharp ? Impact.None : Impact.Breaking,
                path, $"The type changed from {from} to {to}{(fromCSharp == toCSharp ? "" : $", in C# from {fromCSharp} to {toCSharp}")}.", now);
        }
        else if (fromCSharp != toCSharp && !(old.IsContainer && now.IsContainer) && old.IsEnum == now.IsEnum)
        {
            // Of lists and dictionaries, the elements say it; of an enum that is new or gone, its values.
            place.Add("schema-renamed", Impact.None, Impact.Breaking, path, $"The C# type changed its name from {fromCSharp} to {toCSharp}.", now);
        }
    }

    private static bool Includes(SchemaView wide, SchemaView narrow)
        => wide.IsUnion ? Kinds(narrow).All(Kinds(wide).Contains)
            : wide.Type is null || ((wide.Type == narrow.Type || (wide.Type == "number" && narrow.Type == "integer")) && (wide.Format is null || wide.Format == narrow.Format || (wide.Format, narrow.Format) is ("int64", "int32") or ("double", "float")));

    private static IEnumerable<string> Kinds(SchemaView view) => view.IsUnion ? view.Alternatives().Keys : [view.CSharpType()];

    private static string Describe(SchemaView view)
        => view.IsUnion ? $"one of {string.Join(", ", Kinds(view))}" : (view.Type ?? "any") + (view.Format is { } format ? $" ({format})" : "");

    private void CompareNullability(SchemaView old, SchemaView now, string path, bool isRequired)
    {
        if (old.IsNullable == now.IsNullable)
        {
            return;
        }

        var isHarmless = now.IsNullable == place.IsRequest;
        place.Add(now.IsNullable ? $"{place.Direction}-property-became-nullable" : $"{place.Direction}-property-became-not-nullable",
            isHarmless ? Impact.Compatible : Impact.Breaking, isRequired ? now.NullabilityImpact : Impact.None, path,
            $"It may {(now.IsNullable ? "be null now" : "not be null any more")}{(isRequired ? $", in C# {now.CSharpType()}{(now.IsNullable ? "?" : "")}" : "")}.", now);
    }
}

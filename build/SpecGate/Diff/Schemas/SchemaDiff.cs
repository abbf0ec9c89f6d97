using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>Compares the schemas of requests or of responses.</summary>
internal sealed class SchemaDiff(SchemaPlace place)
{
    private readonly HashSet<(SourceNode, SourceNode)> _seen = [];
    private readonly Queue<(SchemaView Old, SchemaView New, string Path)> _open = new();
    private bool _isComparing;

    public void Compare(SchemaView? old, SchemaView? now)
    {
        if (old is not null && now is not null)
        {
            Compare(old, now, path: "");
        }
    }

    /// <summary>Compares two schemas and the schemas that they contain.</summary>
    /// <param name="old">The earlier schema.</param>
    /// <param name="now">The later schema.</param>
    /// <param name="path">The path of the schema within the body.</param>
    public void Compare(SchemaView old, SchemaView now, string path)
    {
        // A queue instead of recursion, because a chain of schemas may be longer than the stack allows.
        _open.Enqueue((old, now, path));
        if (_isComparing)
        {
            return;
        }

        _isComparing = true;
        while (_open.TryDequeue(out var pair))
        {
            ComparePair(pair.Old, pair.New, pair.Path);
        }

        _isComparing = false;
    }

    private void ComparePair(SchemaView old, SchemaView now, string path)
    {
        CompareUse(old, now, path);

        // Between a union and a plain object, the type has changed, not the properties or the alternatives.
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
            Compare(oldItems, items, path + "[]");
        }
    }

    /// <summary>Compares the keys that may differ between references to the same schema.</summary>
    private void CompareUse(SchemaView old, SchemaView now, string path)
    {
        CompareType(old, now, path);
        CompareNullability(old, now, path);
        var (before, after) = (old.Text("default"), now.Text("default"));
        if (place.IsRequest && before != after)
        {
            place.Add("request-property-default-value-changed", Impact.Breaking, path, $"The default changed from {before ?? "none"} to {after ?? "none"}.", now);
        }

        if (old.Is("deprecated") != now.Is("deprecated"))
        {
            var isDeprecated = now.Is("deprecated");
            place.Add($"{place.Direction}-property-{(isDeprecated ? "deprecated" : "reactivated")}", Impact.Compatible,
                path, isDeprecated ? "It is deprecated." : "It is no longer deprecated.", now);
        }
    }

    private void CompareType(SchemaView old, SchemaView now, string path)
    {
        var (from, to) = (Describe(old), Describe(now));
        if (from != to && !(old.IsUnion && now.IsUnion))
        {
            // A request may allow more types than before, and a response fewer.
            var isHarmless = place.IsRequest ? Includes(now, old) : Includes(old, now);
            place.Add($"{place.Direction}-property-type-changed", isHarmless ? Impact.Compatible : Impact.Breaking, path, $"The type changed from {from} to {to}.", now);
        }
    }

    private static bool Includes(SchemaView wide, SchemaView narrow)
        => wide.IsUnion ? wide.Alternatives().ContainsKey(narrow.Kind)
            : wide.Type is null || ((wide.Type == narrow.Type || (wide.Type == "number" && narrow.Type == "integer")) && (wide.Format is null || wide.Format == narrow.Format || (wide.Format, narrow.Format) is ("int64", "int32") or ("double", "float")));

    private static string Describe(SchemaView view)
        => view.IsUnion ? $"one of {string.Join(", ", view.Alternatives().Keys)}" : (view.Type ?? "any") + (view.Format is { } format ? $" ({format})" : "");

    private void CompareNullability(SchemaView old, SchemaView now, string path)
    {
        if (old.IsNullable != now.IsNullable)
        {
            var isHarmless = now.IsNullable == place.IsRequest;
            place.Add(now.IsNullable ? $"{place.Direction}-property-became-nullable" : $"{place.Direction}-property-became-not-nullable",
                isHarmless ? Impact.Compatible : Impact.Breaking, path, $"It can {(now.IsNullable ? "now" : "no longer")} be null.", now);
        }
    }
}

using System.Globalization;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Schemas;

/// <summary>Compares the restrictions that a schema places on values of its type.</summary>
internal static class LimitDiff
{
    private static readonly (string Key, bool IsUpper)[] Bounds =
    [
        ("minimum", false), ("minLength", false), ("minItems", false), ("minProperties", false),
        ("maximum", true), ("maxLength", true), ("maxItems", true), ("maxProperties", true),
    ];

    public static void Compare(SchemaPlace place, SchemaView old, SchemaView now, string path)
    {
        foreach (var (key, isUpper) in Bounds)
        {
            var (before, after) = (Bound.Of(old, key), Bound.Of(now, key));
            if (before != after)
            {
                var isTighter = after is not null && (before is null || after.IsTighterThan(before, isUpper));
                place.AddLimit($"{place.Direction}-{(isTighter ? "bound-tightened" : "bound-relaxed")}", isTighter, path, $"{key} changed from {before?.ToString() ?? "none"} to {after?.ToString() ?? "none"}.", now);
            }
        }

        var isUnique = now.Text("uniqueItems") == "true";
        if (isUnique != (old.Text("uniqueItems") == "true"))
        {
            place.AddLimit($"{place.Direction}-property-unique-items-{(isUnique ? "set" : "unset")}", isUnique, path, $"The items {(isUnique ? "must now be unique" : "no longer need to be unique")}.", now);
        }

        CompareStep(place, Number(old, "multipleOf"), Number(now, "multipleOf"), path, now);
        ComparePattern(place, old.Text("pattern"), now.Text("pattern"), path, now);
    }

    private static decimal? Number(SchemaView view, string key)
        => view[key] is SourceScalar scalar && scalar.IsNumber() ? scalar.ToDecimal() : null;

    private static void CompareStep(SchemaPlace place, decimal? before, decimal? after, string path, SchemaView now)
    {
        if (before == after)
        {
            return;
        }

        var message = $"multipleOf changed from {Text(before)} to {Text(after)}.";
        if (IsMultiple(after, before))
        {
            place.AddLimit($"{place.Direction}-property-multiple-of-tightened", isTighter: true, path, message, now);
        }
        else if (IsMultiple(before, after))
        {
            place.AddLimit($"{place.Direction}-property-multiple-of-relaxed", isTighter: false, path, message, now);
        }
        else
        {
            place.Add($"{place.Direction}-property-multiple-of-changed", Impact.Breaking, path, message, now);
        }

        static bool IsMultiple(decimal? number, decimal? of) => number is not null && (of is null || (of != 0 && number % of == 0));

        static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";
    }

    private static void ComparePattern(SchemaPlace place, string? before, string? after, string path, SchemaView now)
    {
        if (before != after)
        {
            var impact = after is null ? (place.IsRequest ? Impact.Compatible : Impact.Risky) : before is null ? (place.IsRequest ? Impact.Breaking : Impact.Compatible) : Impact.Risky;
            place.Add($"{place.Direction}-property-pattern-changed", impact, path, $"The pattern changed from {before ?? "none"} to {after ?? "none"}.", now);
        }
    }

    /// <summary>A minimum or a maximum.</summary>
    private sealed record Bound(double Value, bool IsExclusive)
    {
        public static Bound? Of(SchemaView view, string key)
            => view[key] is SourceScalar scalar && scalar.IsNumber()
                ? new Bound(double.Parse(scalar.Text, CultureInfo.InvariantCulture), IsExclusiveIn(view, key))
                : null;

        public bool IsTighterThan(Bound other, bool isUpper)
            => (isUpper ? Value < other.Value : Value > other.Value) || (Value == other.Value && IsExclusive);

        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture) + (IsExclusive ? " (exclusive)" : "");

        private static bool IsExclusiveIn(SchemaView view, string key)
            => key switch
            {
                "minimum" => view.Text("exclusiveMinimum") == "true",
                "maximum" => view.Text("exclusiveMaximum") == "true",
                _ => false,
            };
    }
}

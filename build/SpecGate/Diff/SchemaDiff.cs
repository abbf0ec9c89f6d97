using System.Globalization;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>Compares schemas, in the direction that their values travel.</summary>
internal sealed class SchemaDiff(List<Change> changes, string where, string place, bool isRequest)
{
    private static readonly string[] LowerBounds = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] UpperBounds = ["maximum", "maxLength", "maxItems", "maxProperties"];

    private readonly HashSet<(SourceNode, SourceNode)> _seen = [];

    private string Direction => isRequest ? "request" : "response";

    public void Compare(SchemaView? old, SchemaView? now)
    {
        if (old is not null && now is not null)
        {
            Compare(old, now, path: "", isRequired: false);
        }
    }

    // isRequired: it is a property that is required before and after, and so null in C# depends on nullable alone.
    private void Compare(SchemaView old, SchemaView now, string path, bool isRequired)
    {
        if (!_seen.Add((old.Node, now.Node)))
        {
            return;
        }

        CompareType(old, now, path);
        CompareNullability(old, now, path, isRequired);
        CompareEnum(old, now, path);
        CompareBounds(old, now, path);
        ComparePattern(old, now, path);
        CompareDefault(old, now, path);
        CompareAlternatives(old, now, path);
        CompareProperties(old, now, path);
        if (old.Child("items") is { } oldItems && now.Child("items") is { } items)
        {
            Compare(oldItems, items, path + "[]", isRequired: false);
        }

        CompareAdditionalProperties(old, now, path);
    }

    private void CompareType(SchemaView old, SchemaView now, string path)
    {
        var (from, to) = (Describe(old), Describe(now));
        var (fromCSharp, toCSharp) = (old.CSharpType(), now.CSharpType());
        if (from != to)
        {
            // What is sent may be more than was allowed before, and what is received may be less.
            var isHarmless = isRequest ? Includes(now, old) : Includes(old, now);
            Add($"{Direction}-property-type-changed", isHarmless ? Impact.Compatible : Impact.Breaking, fromCSharp == toCSharp ? Impact.None : Impact.Breaking,
                path, $"The type changed from {from} to {to}{(fromCSharp == toCSharp ? "" : $", in C# from {fromCSharp} to {toCSharp}")}.", now);
        }
        else if (fromCSharp != toCSharp && !now.IsContainer)
        {
            // Of lists and dictionaries, the elements say it.
            Add("schema-renamed", Impact.None, Impact.Breaking, path, $"The C# type changed its name from {fromCSharp} to {toCSharp}.", now);
        }
    }

    private static bool Includes(SchemaView wide, SchemaView narrow)
        => (wide.Type == narrow.Type || (wide.Type == "number" && narrow.Type == "integer")) && (wide.Format is null || (wide.Format, narrow.Format) is ("int64", "int32") or ("double", "float"));

    private static string Describe(SchemaView view)
        => (view.Type ?? "any") + (view.Format is { } format ? $" ({format})" : "");

    private void CompareNullability(SchemaView old, SchemaView now, string path, bool isRequired)
    {
        if (old.IsNullable == now.IsNullable)
        {
            return;
        }

        var isHarmless = now.IsNullable == isRequest;
        Add(now.IsNullable ? $"{Direction}-property-became-nullable" : $"{Direction}-property-became-not-nullable",
            isHarmless ? Impact.Compatible : Impact.Breaking, isRequired ? NullabilityImpact(now) : Impact.None, path,
            $"It may {(now.IsNullable ? "be null now" : "not be null any more")}{(isRequired ? $", in C# {now.CSharpType()}{(now.IsNullable ? "?" : "")}" : "")}.", now);
    }

    // T and T? are two types for values, and a matter of warnings for references.
    private static Impact NullabilityImpact(SchemaView view) => view.IsValueType ? Impact.Breaking : Impact.Risky;

    private void CompareEnum(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (Values(old, "enum"), Values(now, "enum"));
        if (before.Count == 0 || after.Count == 0)
        {
            return;
        }

        foreach (var added in after.Except(before))
        {
            Add($"{Direction}-property-enum-value-added", isRequest ? Impact.Compatible : Impact.Risky, Impact.Compatible, path,
                $"The value '{added}' was added{(isRequest ? "" : "; callers who switch over the values do not know it")}.", now);
        }

        foreach (var removed in before.Except(after))
        {
            Add($"{Direction}-property-enum-value-removed", isRequest ? Impact.Breaking : Impact.Compatible, Impact.Breaking, path, $"The value '{removed}' was removed.", now);
        }
    }

    private static List<string> Values(SchemaView view, string key) => [.. view.Node.List(key).OfType<SourceScalar>().Select(s => s.Text)];

    private void CompareBounds(SchemaView old, SchemaView now, string path)
    {
        foreach (var (key, isUpper) in LowerBounds.Select(k => (k, false)).Concat(UpperBounds.Select(k => (k, true))))
        {
            var (before, after) = (Number(old, key), Number(now, key));
            if (before == after)
            {
                continue;
            }

            var isTighter = after is not null && (before is null || (isUpper ? after < before : after > before));
            Add($"{Direction}-{(isTighter ? "bound-tightened" : "bound-relaxed")}", isTighter == isRequest ? Impact.Breaking : Impact.Compatible, Impact.None, path,
                $"{key} changed from {Text(before)} to {Text(after)}.", now);
        }

        static string Text(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "none";
    }

    private static double? Number(SchemaView view, string key)
        => view.Node[key] is SourceScalar scalar && scalar.IsNumber() ? double.Parse(scalar.Text, CultureInfo.InvariantCulture) : null;

    private void ComparePattern(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Node.Text("pattern"), now.Node.Text("pattern"));
        if (before != after)
        {
            var impact = after is null ? (isRequest ? Impact.Compatible : Impact.Risky) : before is null ? (isRequest ? Impact.Breaking : Impact.Compatible) : Impact.Risky;
            Add($"{Direction}-property-pattern-changed", impact, Impact.None, path, $"The pattern changed from {before ?? "none"} to {after ?? "none"}.", now);
        }
    }

    private void CompareDefault(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Node.Text("default"), now.Node.Text("default"));
        if (isRequest && before != after)
        {
            Add("request-property-default-value-changed", Impact.Breaking, Impact.None, path, $"What is meant when it is left out changed from {before ?? "nothing"} to {after ?? "nothing"}.", now);
        }
    }

    private void CompareAlternatives(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Alternatives(), now.Alternatives());
        foreach (var added in after.Except(before))
        {
            Add($"{Direction}-alternative-added", isRequest ? Impact.Compatible : Impact.Risky, Impact.Compatible, path, $"It may be a {added} now.", now);
        }

        foreach (var removed in before.Except(after))
        {
            Add($"{Direction}-alternative-removed", isRequest ? Impact.Breaking : Impact.Compatible, Impact.Breaking, path, $"It may not be a {removed} any more.", now);
        }
    }

    private void CompareProperties(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Properties(), now.Properties());
        var (requiredBefore, requiredAfter) = (old.Required(), now.Required());
        foreach (var (name, property) in after)
        {
            var at = Join(path, name);
            var isRequired = requiredAfter.Contains(name);
            if (!before.TryGetValue(name, out var earlier))
            {
                var isDemanded = isRequest && isRequired;
                Add(isDemanded ? "new-required-request-property" : isRequest ? "new-optional-request-property" : "response-property-added",
                    isDemanded ? Impact.Breaking : Impact.Compatible, Impact.Compatible, at, $"The {(isRequired ? "required " : "")}property was added.", property);
                continue;
            }

            if (isRequired != requiredBefore.Contains(name))
            {
                CompareRequired(isRequired, earlier, property, at);
            }

            Compare(earlier, property, at, isRequired && requiredBefore.Contains(name));
        }

        foreach (var (name, property) in before.Where(p => !after.ContainsKey(p.Key)))
        {
            var wasRequired = requiredBefore.Contains(name);
            Add(isRequest ? "request-property-removed" : wasRequired ? "response-required-property-removed" : "response-optional-property-removed",
                !isRequest && wasRequired ? Impact.Breaking : Impact.Risky, Impact.Breaking, Join(path, name),
                isRequest ? "The property was removed; what callers send in it is ignored or refused." : "The property was removed; callers who read it get nothing.", property);
        }
    }

    private void CompareRequired(bool isRequired, SchemaView old, SchemaView now, string at)
    {
        // Required and not nullable is T, all else is T?.
        var isSameInCSharp = old.IsNullable && now.IsNullable;
        var cSharp = isSameInCSharp ? Impact.None : NullabilityImpact(now);
        Add(isRequired ? $"{Direction}-property-became-required" : $"{Direction}-property-became-optional",
            isRequired == isRequest ? Impact.Breaking : Impact.Compatible, cSharp, at,
            $"It became {(isRequired ? "required" : "optional")}{(isSameInCSharp ? "" : $", in C# {now.CSharpType()}{(isRequired && !now.IsNullable ? "" : "?")}")}.", now);
    }

    private void CompareAdditionalProperties(SchemaView old, SchemaView now, string path)
    {
        var (before, after) = (old.Node.Text("additionalProperties") != "false", now.Node.Text("additionalProperties") != "false");
        if (before != after)
        {
            Add(after ? $"{Direction}-additional-properties-allowed" : $"{Direction}-additional-properties-forbidden",
                !after && isRequest ? Impact.Breaking : Impact.Compatible, Impact.None, path, $"Attributes that the contract does not name are {(after ? "allowed" : "forbidden")} now.", now);
        }

        if (old.Child("additionalProperties") is { } oldValue && now.Child("additionalProperties") is { } value)
        {
            Compare(oldValue, value, path + "{}", isRequired: false);
        }
    }

    private void Add(string id, Impact callers, Impact cSharp, string path, string message, SchemaView at)
        => changes.Add(new Change(id, callers, cSharp, where, $"{place}{(path.Length > 0 ? $" '{path}'" : "")}: {message}", at.Located.File.Path, at.Node.Start));

    private static string Join(string path, string name) => path.Length > 0 ? $"{path}.{name}" : name;
}

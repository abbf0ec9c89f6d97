using System.Globalization;
using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Schemas in themselves; whether values fit them is for <see cref="ValueRules"/>.</summary>
internal static class SchemaRules
{
    private static readonly string[] Types = ["array", "boolean", "integer", "number", "object", "string"];

    private static readonly (string Low, string High)[] Ranges =
        [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    public static void Check(OpenApiContract contract, Findings findings)
    {
        // What a part of allOf requires, another part may define.
        var parts = contract.Of(OpenApi30.Schema).SelectMany(s => s.Node.List("allOf")).ToHashSet<SourceNode>(ReferenceEqualityComparer.Instance);
        foreach (var (node, _, file) in contract.Of(OpenApi30.Schema))
        {
            CheckType(node, file, findings);
            CheckPattern(node, file, findings);
            CheckRanges(node, file, findings);
            CheckEnumTexts(node, file, findings);
            if (!parts.Contains(node))
            {
                CheckRequired(node, file, contract, findings);
            }
        }
    }

    private static void CheckEnumTexts(SourceMap node, SourceFile file, Findings findings)
    {
        foreach (var extension in EnumTexts.Names.Concat(EnumTexts.Descriptions).Where(e => node.Has("enum") && node.Has(e)))
        {
            if (EnumTexts.Problem(node, extension) is var (place, words))
            {
                findings.Add(Rule.EnumTexts, file.Path, place.Start, words);
            }
        }
    }

    private static void CheckType(SourceMap node, SourceFile file, Findings findings)
    {
        if (node["type"] is SourceScalar type && !Types.Contains(type.Text))
        {
            var similar = Types.MinBy(t => Similarity.Distance(type.Text, t))!;
            var way = type.Text == "null" ? "3.0 has nullable: true in its place."
                : Similarity.Distance(type.Text, similar) <= 2 ? $"Did you mean '{similar}'?" : $"Known are {string.Join(", ", Types)}.";
            findings.Add(Rule.UnknownType, file.Path, type.Start, $"'{type.Text}' is no type. {way}");
        }

        if (node.Text("type") == "array" && !node.Has("items"))
        {
            findings.Add(Rule.ArrayItems, file.Path, node.Entry("type")!.Key.Start, "The array has no items. Add 'items:' with the schema of its elements.");
        }

        if (node.Entry("nullable") is { } nullable && !node.Has("type"))
        {
            findings.Add(Rule.NullableWithoutType, file.Path, nullable.Key.Start, "'nullable' says nothing without a type beside it. Add the type.");
        }
    }

    private static void CheckPattern(SourceMap node, SourceFile file, Findings findings)
    {
        if (node["pattern"] is not SourceScalar pattern)
        {
            return;
        }

        try
        {
            _ = new Regex(pattern.Text, RegexOptions.ECMAScript);
        }
        catch (ArgumentException exception)
        {
            findings.Add(Rule.Pattern, file.Path, pattern.Start, $"The pattern is not a regular expression: {exception.Message}");
        }
    }

    private static void CheckRanges(SourceMap node, SourceFile file, Findings findings)
    {
        foreach (var (low, high) in Ranges)
        {
            if (Number(node[low]) is { } minimum && Number(node[high]) is { } maximum && minimum > maximum)
            {
                findings.Add(Rule.Range, file.Path, node[low]!.Start, $"{low} ({node.Text(low)}) is above {high} ({node.Text(high)}). Nothing fits both; swap them.");
            }
        }
    }

    private static void CheckRequired(SourceMap node, SourceFile file, OpenApiContract contract, Findings findings)
    {
        if (!node.Has("required") || !node.Has("properties"))
        {
            return;
        }

        var known = Properties(node, file, contract, depth: 0).ToHashSet(StringComparer.Ordinal);
        foreach (var name in node.List("required").OfType<SourceScalar>().Where(n => !known.Contains(n.Text)))
        {
            findings.Add(Rule.RequiredUndefined, file.Path, name.Start, $"'{name.Text}' is required and not defined. Add it to the properties, or correct its name.");
        }
    }

    private static IEnumerable<string> Properties(SourceMap node, SourceFile file, OpenApiContract contract, int depth)
        => (node.Map("properties")?.Entries.Select(e => e.Key.Text) ?? [])
            .Concat(depth > 20 ? [] : node.List("allOf").Select(part => contract.Follow(part, OpenApi30.Schema, file)).OfType<Located>()
                .SelectMany(part => Properties(part.Node, part.File, contract, depth + 1)));

    private static double? Number(SourceNode? node)
        => node is SourceScalar scalar && scalar.IsNumber() ? double.Parse(scalar.Text, CultureInfo.InvariantCulture) : null;
}

using System.Globalization;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Checks the keywords of schemas. <see cref="ValueRules"/> checks the values.</summary>
internal static class SchemaRules
{
    private static readonly string[] Types = ["array", "boolean", "integer", "number", "object", "string"];

    private static readonly (string Low, string High)[] Ranges =
        [("minimum", "maximum"), ("minLength", "maxLength"), ("minItems", "maxItems"), ("minProperties", "maxProperties")];

    public static void Check(OpenApiContract contract, Findings findings)
    {
        // A property that one part of allOf requires may be defined by another part.
        var parts = contract.Of(OpenApi30.Schema).SelectMany(s => s.Node.List("allOf")).ToHashSet<SourceNode>(ReferenceEqualityComparer.Instance);
        foreach (var (node, _, file) in contract.Of(OpenApi30.Schema))
        {
            CheckType(node, file, contract, findings);
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

    private static void CheckType(SourceMap node, SourceFile file, OpenApiContract contract, Findings findings)
    {
        if (node["type"] is SourceScalar type && !Types.Contains(type.Text))
        {
            var similar = Types.MinBy(t => Similarity.Distance(type.Text, t))!;
            if (Similarity.Distance(type.Text, similar) <= 2)
            {
                findings.Add(Rule.UnknownType, file.Path, type.Start, $"'{type.Text}' is not a type. Did you mean '{similar}'?");
            }
            else
            {
                var way = type.Text == "null" ? "In OpenAPI 3.0, write nullable: true." : $"Known types are {string.Join(", ", Types)}.";
                findings.Add(Rule.OtherType, file.Path, type.Start, $"'{type.Text}' is not a type, so the value may be any JSON. {way}");
            }
        }

        if (node.Text("type") == "array" && !node.Has("items"))
        {
            findings.Add(Rule.ArrayItems, file.Path, node.Entry("type")!.Key.Start, "The array has no items, so its elements may be any JSON. Add 'items:' with the schema of its elements.");
        }

        if (contract.Dialect.Version == OpenApiVersion.V30 && node.Entry("nullable") is { } nullable && !node.Has("type"))
        {
            findings.Add(Rule.NullableWithoutType, file.Path, nullable.Key.Start, "'nullable' has no meaning in OpenAPI 3.0 without a type beside it, but is honored. Add the type.");
        }
    }

    private static void CheckPattern(SourceMap node, SourceFile file, Findings findings)
    {
        if (node["pattern"] is not SourceScalar pattern)
        {
            return;
        }

        if (PatternExpression.Read(pattern.Text).Problem is { } problem)
        {
            findings.Add(Rule.Pattern, file.Path, pattern.Start, $"The pattern is not a regular expression: {problem}");
        }
    }

    private static void CheckRanges(SourceMap node, SourceFile file, Findings findings)
    {
        foreach (var (low, high) in Ranges)
        {
            if (Number(node[low]) is { } minimum && Number(node[high]) is { } maximum && minimum > maximum)
            {
                findings.Add(Rule.Range, file.Path, node[low]!.Start, $"{low} ({node.Text(low)}) is above {high} ({node.Text(high)}). No value fits both. Swap them.");
            }
        }
    }

    private static void CheckRequired(SourceMap node, SourceFile file, OpenApiContract contract, Findings findings)
    {
        if (!node.Has("required") || !node.Has("properties"))
        {
            return;
        }

        var known = Properties(new ContractObject(node, OpenApi30.Schema, file), contract);
        foreach (var name in node.List("required").OfType<SourceScalar>().Where(n => !known.Contains(n.Text)))
        {
            findings.Add(Rule.RequiredUndefined, file.Path, name.Start, $"'{name.Text}' is required but not defined. Add it to the properties, or correct its name.");
        }
    }

    private static HashSet<string> Properties(ContractObject schema, OpenApiContract contract)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<SourceNode>(ReferenceEqualityComparer.Instance);
        var parts = new Queue<ContractObject>([schema]);
        while (parts.TryDequeue(out var part))
        {
            if (seen.Add(part.Node))
            {
                names.UnionWith(part.Node.Map("properties")?.Entries.Select(e => e.Key.Text) ?? []);
                part.Node.List("allOf").Select(p => contract.Follow(p, OpenApi30.Schema, part.File)).OfType<ContractObject>().ToList().ForEach(parts.Enqueue);
            }
        }

        return names;
    }

    private static double? Number(SourceNode? node)
        => node is SourceScalar scalar && scalar.IsNumber() ? double.Parse(scalar.Text, CultureInfo.InvariantCulture) : null;
}

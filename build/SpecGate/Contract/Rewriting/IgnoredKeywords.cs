using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Removes keywords that name, describe or restrict a schema without an effect on the C#.</summary>
internal static class IgnoredKeywords
{
    // Schemas in $defs are read through the references to them.
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "$schema", "$id", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs" };

    private static readonly HashSet<string> Restrictions = new(StringComparer.Ordinal)
    {
        "if", "then", "else", "contains", "minContains", "maxContains", "unevaluatedItems", "propertyNames", "dependentRequired", "dependentSchemas",
        "contentSchema", "$dynamicRef",
    };

    public static void Apply(SchemaDraft draft)
    {
        WarnOfOlderKeywords(draft);
        foreach (var key in draft.Entries.Select(e => e.Key).ToArray())
        {
            if (Restrictions.Contains(key.Text))
            {
                draft.Explain(key.Start, $"'{key.Text}' only restricts values, and is ignored.");
            }

            if (Restrictions.Contains(key.Text) || Names.Contains(key.Text) || !IsKnown(key.Text))
            {
                draft.Remove(key.Text);
            }
        }
    }

    private static bool IsKnown(string key)
        => key == "$ref" || Dialect.V32.Schema.Keys.ContainsKey(key) || key.StartsWith("x-", StringComparison.Ordinal);

    private static void WarnOfOlderKeywords(SchemaDraft draft)
    {
        if (draft.Entry("nullable") is { } nullable)
        {
            Warn(nullable, "'nullable'", "null in a list of types, such as type: [string, 'null']");
        }

        foreach (var bound in new[] { "exclusiveMinimum", "exclusiveMaximum" })
        {
            if (draft.Entry(bound) is { Value: SourceScalar value } entry && value.IsBoolean())
            {
                Warn(entry, $"'{bound}: {value.Text}'", "the number itself");
            }
        }

        if (draft.Entry("format") is { Value: SourceScalar { Text: "binary" } } format)
        {
            Warn(format, "'format: binary'", "contentMediaType: application/octet-stream");
        }

        void Warn(SourceEntry entry, string what, string instead)
            => draft.Find(Rule.OlderKeyword, entry.Key.Start, $"{what} belongs to OpenAPI 3.0, and is read with its meaning there. Write {instead}.");
    }
}

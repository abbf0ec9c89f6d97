using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces pattern properties and unevaluated properties by additional properties.</summary>
internal static class ObjectRewriting
{
    // Patterns that match every name.
    private static readonly HashSet<string> Everything = new(StringComparer.Ordinal) { "", ".", ".*", ".+", "^", "^.*", "^.+", "^.*$", "^.+$", "^(.*)$", "^(.+)$" };

    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("unevaluatedProperties") is { } unevaluated)
        {
            ReplaceUnevaluated(draft, unevaluated);
        }

        if (draft.Entry("patternProperties") is { Value: SourceMap patterns } entry)
        {
            ReplacePatterns(draft, entry, patterns);
        }
    }

    private static void ReplaceUnevaluated(SchemaDraft draft, SourceEntry unevaluated)
    {
        draft.Remove("unevaluatedProperties");
        // Without composed schemas, the unevaluated properties are the additional properties.
        if (unevaluated.Value is SourceMap && !draft.Has("additionalProperties") && !draft.IsComposed)
        {
            draft.Set("additionalProperties", unevaluated.Value, unevaluated.Key.Start);
            draft.Explain(unevaluated.Key.Start, "'unevaluatedProperties' is read as 'additionalProperties'.");
        }
        else
        {
            draft.Explain(unevaluated.Key.Start, "'unevaluatedProperties' only restricts values, and is ignored.");
        }
    }

    private static void ReplacePatterns(SchemaDraft draft, SourceEntry entry, SourceMap patterns)
    {
        draft.Remove("patternProperties");
        if (patterns.Entries.Count == 0)
        {
            return;
        }

        var additional = draft["additionalProperties"];
        var all = patterns.Entries.Select(p => p.Value);
        if (additional is SourceMap)
        {
            all = all.Append(additional);
        }

        // Properties that match no pattern may have any value, unless additionalProperties restricts them or a pattern matches every name.
        var isClosed = additional is SourceMap || BooleanSchemas.IsFalse(additional) || patterns.Entries.Any(p => Everything.Contains(p.Key.Text));
        var common = isClosed && all.Select(v => v.ToJson().ToString(Newtonsoft.Json.Formatting.None)).Distinct(StringComparer.Ordinal).Count() == 1 ? all.First() : null;
        draft.Set("additionalProperties", common ?? new SourceScalar("true", IsQuoted: false, entry.Key.Start), entry.Key.Start);
        draft.Explain(entry.Key.Start, common is null ? "'patternProperties' is read as additional properties of any type." : "'patternProperties' is read as 'additionalProperties'.");
    }
}

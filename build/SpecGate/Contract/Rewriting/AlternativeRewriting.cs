using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces null among alternatives by <c>nullable</c>, and alternatives that are all constants by an enumeration.</summary>
internal static class AlternativeRewriting
{
    private static readonly string[] Descriptions = ["title", "description", "deprecated"];

    public static void Apply(SchemaDraft draft)
    {
        foreach (var key in new[] { "oneOf", "anyOf" })
        {
            if (draft.Entry(key) is { Value: SourceList list } entry)
            {
                RemoveNull(draft, entry, list);
                ReplaceConstants(draft, entry);
            }
        }
    }

    /// <summary>Returns whether a schema allows only null.</summary>
    public static bool IsNull(SourceMap schema)
        => schema["enum"] is SourceList { Items: [var value] } && ConstantRewriting.IsNull(value)
            && schema.Entries.All(e => e.Key.Text is "enum" or "nullable" or "type" || Descriptions.Contains(e.Key.Text));

    private static void RemoveNull(SchemaDraft draft, SourceEntry entry, SourceList list)
    {
        var others = list.Items.Where(i => i is not SourceMap map || !IsNull(map)).ToArray();
        if (others.Length == 0 || others.Length == list.Items.Count)
        {
            return;
        }

        draft.Set(entry.Key.Text, new SourceList(others, list.Start), entry.Key.Start);
        draft.AllowNull(entry.Key.Start);
        draft.Explain(entry.Key.Start, "Null among the alternatives is read as 'nullable: true'.");
    }

    private static void ReplaceConstants(SchemaDraft draft, SourceEntry entry)
    {
        var constants = draft.List(entry.Key.Text).Select(Constant).ToArray();
        if (constants.Length == 0 || constants.Contains(null) || draft.Has("enum") || draft.Has("properties") || draft.Entries.Count(e => e.Key.Text is "allOf" or "oneOf" or "anyOf") > 1
            || ConstantRewriting.TypeOf(constants.Select(c => c!.Value)) is not { } type)
        {
            return;
        }

        var at = entry.Key.Start;
        draft.Remove(entry.Key.Text);
        draft.Set("type", type, at);
        draft.Set("enum", new SourceList([.. constants.Select(c => (SourceNode)c!.Value)], at), at);
        SetTexts(draft, "x-enum-varnames", constants!, c => c.Schema["title"] as SourceScalar, at);
        SetTexts(draft, "x-enum-descriptions", constants!, c => c.Schema["description"] as SourceScalar, at);
        draft.Explain(at, "The constants are read as the values of an enumeration.");
    }

    private static void SetTexts(SchemaDraft draft, string extension, IEnumerable<ConstantSchema> constants, Func<ConstantSchema, SourceScalar?> text, Mark at)
    {
        var entries = constants.Where(c => text(c) is not null).DistinctBy(c => c.Value.Text).Select(c => new SourceEntry(c.Value, text(c)!)).ToArray();
        if (entries.Length > 0 && !draft.Has(extension))
        {
            draft.Set(extension, new SourceMap(entries, at), at);
        }
    }

    // A schema that allows one value and has no other restrictions.
    private static ConstantSchema? Constant(SourceNode node)
        => node is SourceMap schema && schema["enum"] is SourceList { Items: [SourceScalar value] } && !value.IsNull()
            && schema.Entries.All(e => e.Key.Text is "enum" or "type" || Descriptions.Contains(e.Key.Text) || e.Key.Text.StartsWith("x-", StringComparison.Ordinal))
                ? new ConstantSchema(schema, value)
                : null;

    private sealed record ConstantSchema(SourceMap Schema, SourceScalar Value);
}

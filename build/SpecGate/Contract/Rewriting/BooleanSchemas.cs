using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces the schema <c>true</c>, which allows every value, and the schema <c>false</c>, which allows no value.</summary>
internal static class BooleanSchemas
{
    public static void Apply(SchemaDraft draft)
    {
        foreach (var key in new[] { "oneOf", "anyOf" })
        {
            if (draft.List(key).Any(IsTrue))
            {
                draft.Explain(draft.Entry(key)!.Key.Start, $"An alternative of '{key}' allows every value, so '{key}' is ignored.");
                draft.Remove(key);
            }
        }

        foreach (var key in new[] { "allOf", "oneOf", "anyOf" })
        {
            RemoveFrom(draft, key);
        }

        if (draft["not"] is SourceScalar)
        {
            draft.Remove("not");
        }

        if (draft.Entry("items") is { Value: SourceScalar items } entry)
        {
            draft.Set("items", new SourceMap([], items.Start), entry.Key.Start);
        }

        if (draft.Entry("properties") is { Value: SourceMap properties } all && properties.Entries.Any(e => e.Value is SourceScalar))
        {
            draft.Set("properties", new SourceMap([.. properties.Entries.Where(e => !IsFalse(e.Value)).Select(Property)], properties.Start), all.Key.Start);
        }
    }

    public static bool IsTrue(SourceNode? node) => node is SourceScalar scalar && scalar.IsBoolean() && !IsFalse(node);

    public static bool IsFalse(SourceNode? node) => node is SourceScalar { IsQuoted: false, Text: "false" or "False" or "FALSE" };

    // Properties with the schema false are already removed.
    private static SourceEntry Property(SourceEntry entry) => IsTrue(entry.Value) ? entry with { Value = new SourceMap([], entry.Value.Start) } : entry;

    private static void RemoveFrom(SchemaDraft draft, string key)
    {
        if (draft[key] is not SourceList list || !list.Items.Any(i => i is SourceScalar))
        {
            return;
        }

        var schemas = list.Items.Where(i => i is not SourceScalar).ToArray();
        if (schemas.Length == 0)
        {
            draft.Remove(key);
        }
        else
        {
            draft.Set(key, new SourceList(schemas, list.Start), list.Start);
        }
    }
}

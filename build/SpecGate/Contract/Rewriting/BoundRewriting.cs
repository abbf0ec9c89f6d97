using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces an exclusive bound that is a number by a bound with a flag, as in OpenAPI 3.0.</summary>
internal static class BoundRewriting
{
    public static void Apply(SchemaDraft draft)
    {
        Replace(draft, "exclusiveMinimum", "minimum", (exclusive, inclusive) => exclusive >= inclusive);
        Replace(draft, "exclusiveMaximum", "maximum", (exclusive, inclusive) => exclusive <= inclusive);
    }

    private static void Replace(SchemaDraft draft, string exclusive, string inclusive, Func<decimal, decimal, bool> isStricter)
    {
        if (draft.Entry(exclusive) is not { Value: SourceScalar bound, Key.Start: var at } || !bound.IsNumber())
        {
            return;
        }

        draft.Remove(exclusive);
        if (draft[inclusive] is SourceScalar other && other.IsNumber() && !isStricter(bound.ToDecimal(), other.ToDecimal()))
        {
            return;
        }

        draft.Set(inclusive, bound, at);
        draft.Set(exclusive, "true", at);
        draft.Explain(at, $"'{exclusive}: {bound.Text}' is read as '{inclusive}: {bound.Text}' with '{exclusive}: true'.");
    }
}

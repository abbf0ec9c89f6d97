using Newtonsoft.Json.Linq;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Replaces a tuple by a list. The items have the schema that all elements share, or else any value.</summary>
internal static class ArrayRewriting
{
    private static readonly string[] Descriptions = ["title", "description", "example", "examples"];

    public static void Apply(SchemaDraft draft)
    {
        if (draft.Entry("prefixItems") is { } tuple)
        {
            var items = Common(draft);
            draft.Set("items", items ?? new SourceMap([], tuple.Value.Start), tuple.Key.Start);
            draft.Remove("prefixItems");
            draft.Explain(tuple.Key.Start, items is null ? "The tuple is read as a list of any values." : "The tuple is read as a list, as its elements have the same schema.");
        }
        else if (!draft.Has("items") && draft.Entry("type") is { Key.Start: var at } && draft.Types().Contains("array"))
        {
            draft.Set("items", new SourceMap([], at), at);
        }
    }

    // The elements after those of the tuple may have any value, unless maxItems forbids them or 'items' has their schema.
    private static SourceNode? Common(SchemaDraft draft)
    {
        var elements = draft.List("prefixItems");
        var isClosed = draft["maxItems"] is SourceScalar maximum && maximum.IsCount() && maximum.ToDecimal() <= elements.Count;
        var all = draft["items"] is SourceMap { Entries.Count: > 0 } rest ? elements.Append(rest) : isClosed ? elements : [];
        return all.Select(Key).Distinct(StringComparer.Ordinal).Count() == 1 ? elements[0] : null;
    }

    private static string Key(SourceNode node)
    {
        var json = node.ToJson();
        if (json is JObject schema)
        {
            Array.ForEach(Descriptions, d => schema.Remove(d));
        }

        return json.ToString(Newtonsoft.Json.Formatting.None);
    }
}

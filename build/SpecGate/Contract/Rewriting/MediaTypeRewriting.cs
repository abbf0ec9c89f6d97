using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract.Rewriting;

/// <summary>Rewrites the keys that OpenAPI 3.2 adds to media types.</summary>
internal static class MediaTypeRewriting
{
    /// <summary>Returns a sequential media type, such as <c>application/jsonl</c>, without the schema of its items.</summary>
    public static SourceMap WithoutItems(SourceMap mediaType, SourceFile file, Findings findings)
    {
        if (mediaType.Entry("itemSchema") is { } items)
        {
            findings.Add(Rule.SequenceItems, file.Path, items.Key.Start, "The items of the sequence are not read: the body is read and sent as a whole. For a JSON array, write schema: { type: array, items: ... }.");
        }

        return Without(mediaType, ["itemSchema", "itemEncoding", "prefixEncoding"]);
    }

    /// <summary>Returns a body, a response, a parameter or a header with changed media types.</summary>
    public static SourceMap WithContent(SourceMap owner, SourceMap content, Func<SourceNode, SourceNode> change)
    {
        var mediaTypes = content.Entries.Select(e => change(e.Value) is var changed && ReferenceEquals(changed, e.Value) ? e : e with { Value = changed }).ToArray();
        return mediaTypes.SequenceEqual(content.Entries, ReferenceEqualityComparer.Instance)
            ? owner
            : new SourceMap([.. owner.Entries.Select(e => e.Key.Text == "content" ? e with { Value = new SourceMap(mediaTypes, content.Start) } : e)], owner.Start);
    }

    private static SourceMap Without(SourceMap map, string[] keys)
        => map.Entries.Any(e => keys.Contains(e.Key.Text)) ? new SourceMap([.. map.Entries.Where(e => !keys.Contains(e.Key.Text))], map.Start) : map;
}

using System.ComponentModel;
using Plannr.Mcp.Documentation;
using Plannr.Mcp.Search;

namespace Plannr.Mcp.Tools;

/// <summary><c>search</c></summary>
internal sealed class SearchTool(ApiDocumentation documentation) : DocumentationTool<SearchTool.Hits>(
    "search",
    "Search the documentation",
    "Searches the documentation of the Plannr CRM API: operations, parameters, schemas, attributes, responses, authentication. Takes a question or a few words; each hit says which tool call tells more.",
    new ToolArgument("query", "string", "What to look for, such as: how do I rename an OAuth2 connection?", IsRequired: true),
    new ToolArgument("limit", "integer", "The most hits, from 1 to 20. 10 if left out."),
    ToolArgument.Offset("hits"))
{
    private const int UsualHits = 10;
    private const int LongestExcerpt = 240;

    private readonly SearchIndex _index = new(SearchEntries.Of(documentation));

    protected override Hits Answer(ToolArguments arguments)
    {
        var query = arguments.Text("query");
        var limit = arguments.Integer("limit", UsualHits, least: 1, most: AnswerLimit.Hits);
        var offset = arguments.Integer("offset", ifAbsent: 0, least: 0, most: int.MaxValue);
        var found = _index.Find(query).Select(Hit).ToList();
        var page = AnswerLimit.Page(found, offset, limit, reserved: 300);
        var note = found.Count == 0
            ? "Nothing fits. Try other words, or list_operations."
            : AnswerLimit.Rest(offset, page.Count, found.Count, "hits");
        return new Hits { Total = found.Count, Items = page, Note = note };
    }

    private static SearchHit Hit(SearchEntry entry) => new()
    {
        Kind = entry.Kind,
        Title = entry.Title,
        Excerpt = entry.Text is { Length: > LongestExcerpt } text ? text[..LongestExcerpt] + "..." : entry.Text,
        Source = entry.Source,
        Next = entry.Next,
    };

    internal sealed record Hits
    {
        [Description("How many there are in all.")]
        public required int Total { get; init; }

        [Description("The best first.")]
        public required IReadOnlyList<SearchHit> Items { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }

    internal sealed record SearchHit
    {
        [Description("operation, parameter, response, schema, attribute, header, security, tag or overview.")]
        public required string Kind { get; init; }

        public required string Title { get; init; }

        public string? Excerpt { get; init; }

        [Description("Where the contract says it: a JSON pointer, for fetch.")]
        public required string Source { get; init; }

        [Description("The tool call that tells more.")]
        public required string Next { get; init; }
    }
}

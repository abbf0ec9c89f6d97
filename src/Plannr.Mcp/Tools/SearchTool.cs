using System.ComponentModel;
using Plannr.Mcp.Documentation;
using Plannr.Mcp.Search;

namespace Plannr.Mcp.Tools;

/// <summary><c>search</c></summary>
internal sealed class SearchTool(ApiDocumentation documentation, IReadOnlyList<Guide> guides) : DocumentationTool<SearchTool.Hits>(
    "search",
    "Search the documentation",
    "Searches the documentation of the Plannr CRM API and its .NET client: operations, parameters, schemas, attributes, responses, and guides on authentication, accounts, errors, rate limit, expiry, webhooks, the sandbox and packages. The query is a question or a few words. Each hit names the tool call that returns more information.",
    new ToolArgument("query", "string", "What to look for, such as: how do I rename an OAuth2 connection?", IsRequired: true),
    new ToolArgument("limit", "integer", "The maximum number of hits, from 1 to 20. The default is 10."),
    ToolArgument.Offset("hits"))
{
    private const int DefaultHits = 10;
    private const int MaxExcerptLength = 240;

    private readonly SearchIndex _index = new(SearchEntries.Of(documentation, guides));

    protected override Hits GetResult(ToolArguments arguments)
    {
        var query = arguments.Text("query");
        var limit = arguments.Integer("limit", DefaultHits, min: 1, max: ResultLimit.Hits);
        var offset = arguments.Integer("offset", ifAbsent: 0, min: 0, max: int.MaxValue);
        var found = _index.Find(query).Select(Hit).ToList();
        var page = ResultLimit.Page(found, offset, limit, reserved: 300);
        var note = found.Count == 0
            ? "Nothing fits. Try other words, or list_operations."
            : ResultLimit.Rest(offset, page.Count, found.Count, "hits");
        return new Hits { Total = found.Count, Items = page, Note = note };
    }

    private static SearchHit Hit(SearchEntry entry) => new()
    {
        Kind = entry.Kind,
        Title = entry.Title,
        Excerpt = entry.Text is { Length: > MaxExcerptLength } text ? text[..MaxExcerptLength] + "..." : entry.Text,
        Source = entry.Source,
        Next = entry.Next,
    };

    internal sealed record Hits
    {
        [Description("The total number.")]
        public required int Total { get; init; }

        [Description("The hits, the best first.")]
        public required IReadOnlyList<SearchHit> Items { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }

    internal sealed record SearchHit
    {
        [Description("guide, operation, parameter, response, schema, attribute, header, security, tag or overview.")]
        public required string Kind { get; init; }

        public required string Title { get; init; }

        public string? Excerpt { get; init; }

        [Description("The source, for fetch: a JSON pointer into the contract, or the URI of a guide.")]
        public required string Source { get; init; }

        [Description("The tool call that returns more information.")]
        public required string Next { get; init; }
    }
}

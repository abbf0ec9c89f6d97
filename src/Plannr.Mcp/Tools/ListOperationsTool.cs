using System.ComponentModel;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>list_operations</c></summary>
internal sealed class ListOperationsTool(ApiDocumentation documentation) : DocumentationTool<ListOperationsTool.Operations>(
    "list_operations",
    "List the operations",
    "Lists the operations of the Plannr CRM API: name, method, path, summary. Then ask get_operation for one of them.",
    new ToolArgument("tag", "string", "Only the operations with this tag."),
    ToolArgument.Offset("operations"))
{
    protected override Operations GetResult(ToolArguments arguments)
    {
        var found = documentation.Operations.AsEnumerable();
        if (arguments.OptionalText("tag") is { } tag)
        {
            var tags = documentation.Operations.SelectMany(o => o.Tags).Distinct().ToList();
            found = tags.Contains(tag)
                ? found.Where(o => o.Tags.Contains(tag))
                : throw new McpException($"No operation has the tag '{tag}'. {NearMatches.Sentence(tag, tags)}");
        }

        var items = found.Select(o => new Operation { Name = o.Id, Method = o.Method, Path = o.Path, Summary = o.Summary, Source = o.Place.Citation }).ToList();
        var offset = arguments.Integer("offset", ifAbsent: 0, min: 0, max: int.MaxValue);
        var page = ResultLimit.Page(items, offset, ResultLimit.Hits, reserved: 300);
        return new Operations { Total = items.Count, Items = page, Note = ResultLimit.Rest(offset, page.Count, items.Count, "operations") };
    }

    internal sealed record Operations
    {
        [Description("The total number.")]
        public required int Total { get; init; }

        public required IReadOnlyList<Operation> Items { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }

    internal sealed record Operation
    {
        [Description("The name for get_operation and get_request_example.")]
        public required string Name { get; init; }

        public required string Method { get; init; }

        public required string Path { get; init; }

        public required string Summary { get; init; }

        [Description("The JSON pointer into the contract, for fetch.")]
        public required string Source { get; init; }
    }
}

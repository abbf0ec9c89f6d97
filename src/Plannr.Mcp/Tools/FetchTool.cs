using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>fetch</c></summary>
internal sealed class FetchTool(ApiDocumentation documentation, IReadOnlyList<Guide> guides) : DocumentationTool<FetchTool.Part>(
    "fetch",
    "Fetch a guide or a part of the contract",
    "Fetches a source that the response of another tool cites: a part of the contract in JSON, or a guide in Markdown.",
    new ToolArgument("source", "string", "A JSON pointer, such as #/components/schemas/OAuthConnection, or the URI of a guide, such as plannr://guides/errors.", IsRequired: true),
    ToolArgument.Offset("characters"))
{
    private const int RoomForTheRest = 400;

    private static readonly JsonSerializerOptions Indented = new(OperationCall.Readable) { WriteIndented = true };

    protected override Part GetResult(ToolArguments arguments)
    {
        var source = arguments.Text("source");
        var offset = arguments.Integer("offset", ifAbsent: 0, min: 0, max: int.MaxValue);
        return source.StartsWith(Guide.UriPrefix, StringComparison.OrdinalIgnoreCase) ? Piece(source, Find(source).Markdown, offset) : Contract(source, offset);
    }

    private Part Contract(string source, int offset)
    {
        var pointer = source.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? source[(hash + 1)..] : source;
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            throw new McpException($"'{source}' is neither a JSON pointer, such as #/components/schemas/{documentation.Schemas.Keys.FirstOrDefault()}, nor the URI of a guide, such as {guides[0].Uri}. The responses of the other tools contain them as 'source'.");
        }

        var node = documentation.Find(pointer) ?? throw Nothing(pointer);
        var text = node.ToJsonString(Indented).ReplaceLineEndings("\n");
        return Piece("#" + pointer, text, offset);
    }

    private Guide Find(string uri)
    {
        var name = uri[Guide.UriPrefix.Length..];
        return guides.FirstOrDefault(g => g.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new McpException($"There is no guide '{name}'. {NearMatches.Sentence(name, [.. guides.Select(g => g.Name)])}");
    }

    private static Part Piece(string source, string text, int offset)
    {
        var piece = ResultLimit.Start(text, Math.Min(offset, text.Length), RoomForTheRest + source.Length);
        return new Part
        {
            Source = source,
            Text = piece,
            Characters = text.Length,
            Note = ResultLimit.Rest(offset, piece.Length, text.Length, "characters"),
        };
    }

    private McpException Nothing(string pointer)
    {
        var above = pointer;
        var missing = pointer;
        JsonNode? node;
        do
        {
            var slash = above.LastIndexOf('/');
            missing = above[(slash + 1)..];
            above = slash > 0 ? above[..slash] : "";
            node = documentation.Find(above);
        }
        while (node is null);

        var names = node is JsonObject map ? map.Select(m => new ContractNode(map, "").PointerTo(m.Key)[1..]).ToList() : [];
        return new McpException($"There is nothing at #{pointer}: #{above} has no '{missing}'. {NearMatches.Sentence(missing, names)}");
    }

    internal sealed record Part
    {
        public required string Source { get; init; }

        [Description("The JSON or Markdown, or the part of it that begins at the offset.")]
        public required string Text { get; init; }

        [Description("The length of the whole text.")]
        public required int Characters { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }
}

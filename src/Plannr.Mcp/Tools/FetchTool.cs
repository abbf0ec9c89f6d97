using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp.Tools;

/// <summary><c>fetch</c></summary>
internal sealed class FetchTool(ApiDocumentation documentation) : DocumentationTool<FetchTool.Part>(
    "fetch",
    "Fetch a part of the contract",
    "Fetches the part of the contract at a source that another answer cites, as it is written, in JSON.",
    new ToolArgument("source", "string", "A JSON pointer, such as #/components/schemas/OAuthConnection.", IsRequired: true),
    ToolArgument.Offset("characters"))
{
    private const int RoomForTheRest = 400;

    private static readonly JsonSerializerOptions Indented = new(ApiCall.Readable) { WriteIndented = true };

    protected override Part Answer(ToolArguments arguments)
    {
        var source = arguments.Text("source");
        var pointer = source.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? source[(hash + 1)..] : source;
        if (pointer.Length > 0 && pointer[0] != '/')
        {
            throw new McpException($"'{source}' is no JSON pointer, such as #/components/schemas/{documentation.Schemas.Keys.FirstOrDefault()}. search and the other answers cite them as 'source'.");
        }

        var node = documentation.Find(pointer) ?? throw Nothing(pointer);
        var text = node.ToJsonString(Indented).ReplaceLineEndings("\n");
        var offset = arguments.Integer("offset", ifAbsent: 0, least: 0, most: int.MaxValue);
        var piece = AnswerLimit.Start(text, Math.Min(offset, text.Length), RoomForTheRest + pointer.Length);
        return new Part
        {
            Source = "#" + pointer,
            Text = piece,
            Characters = text.Length,
            Note = AnswerLimit.Rest(offset, piece.Length, text.Length, "characters"),
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

        var names = node is JsonObject map ? map.Select(m => new Located(map, "").PointerTo(m.Key)[1..]).ToList() : [];
        return new McpException($"There is nothing at #{pointer}: #{above} has no '{missing}'. {NearMatches.Sentence(missing, names)}");
    }

    internal sealed record Part
    {
        public required string Source { get; init; }

        [Description("The JSON, or the piece of it that begins at the offset.")]
        public required string Text { get; init; }

        [Description("How long the whole is.")]
        public required int Characters { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }
}

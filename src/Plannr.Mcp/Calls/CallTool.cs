using System.ComponentModel;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Plannr.Mcp.Documentation;
using Plannr.Mcp.Tools;

namespace Plannr.Mcp.Calls;

/// <summary>A tool that calls one operation of the contract.</summary>
internal sealed class CallTool : McpServerTool
{
    private const int RoomForTheRest = 500;

    private readonly ApiDocumentation _documentation;
    private readonly ApiOperation _operation;
    private readonly ApiCaller _caller;
    private readonly SecretProperties _secrets;

    public CallTool(string name, ApiDocumentation documentation, ApiOperation operation, ApiCaller caller, SecretProperties secrets)
    {
        _documentation = documentation;
        _operation = operation;
        _caller = caller;
        _secrets = secrets;
        var isRead = operation.Method is "GET" or "HEAD" or "OPTIONS";
        ProtocolTool = new Tool
        {
            Name = name,
            Title = operation.Summary,
            Description = $"Calls {operation.Route} of {(caller.IsLive ? "the live Plannr CRM API, with the user's token" : "the local sandbox")}. {operation.Summary}. {operation.Description}".TrimEnd(),
            InputSchema = CallSchema.Of(documentation, operation),
            OutputSchema = AnswerSchema.Of<CallAnswer>(),
            Annotations = new ToolAnnotations
            {
                Title = operation.Summary,
                ReadOnlyHint = isRead,
                IdempotentHint = isRead || operation.Method is "PUT" or "DELETE",
                DestructiveHint = operation.Method == "DELETE",
                OpenWorldHint = caller.IsLive,
            },
        };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            var arguments = JsonSerializer.SerializeToElement(request.Params.Arguments ?? new Dictionary<string, JsonElement>());
            var values = OperationArguments.Read(_documentation, _operation, ProtocolTool.Name, arguments, areAllNeeded: true);
            var answer = Answer(await _caller.SendAsync(ApiCall.With(_operation, values), cancellationToken).ConfigureAwait(false));
            return ToolResult.Of(answer, isError: answer.Status >= (int)HttpStatusCode.Ambiguous);
        }
        catch (McpException exception)
        {
            return ToolResult.Of(exception);
        }
    }

    private CallAnswer Answer(ApiAnswer answer)
    {
        var (body, text) = Read(answer.Body);
        string? note = null;
        if (AnswerLimit.Size(body) > AnswerLimit.Characters - RoomForTheRest)
        {
            var shown = AnswerLimit.Start(text, 0, RoomForTheRest);
            body = shown;
            note = $"The call was made. Its answer has {text.Length} characters, of which the first {shown.Length} are shown, as text; get_request_example writes the call for you to make it elsewhere and see all.";
        }

        return new CallAnswer
        {
            Status = answer.Status,
            RateLimitRemaining = answer.RateLimitRemaining,
            Body = body,
            Source = _operation.Place.Citation,
            Note = note,
        };
    }

    private (JsonNode? Body, string Text) Read(string body)
    {
        if (body.Length == 0)
        {
            return (null, body);
        }

        try
        {
            var json = JsonNode.Parse(body);
            return _secrets.Mask(json) ? (json, json!.ToJsonString(AnswerLimit.Json)) : (json, body);
        }
        catch (JsonException)
        {
            // Not JSON, such as a proxy's error page: it is shown as it came.
            return (body, body);
        }
    }

    internal sealed record CallAnswer
    {
        [Description("The HTTP status.")]
        public required int Status { get; init; }

        [Description("The API's X-Ratelimit-Remaining: how many requests are left this minute.")]
        public string? RateLimitRemaining { get; init; }

        [Description("The API's JSON, with *** in place of secrets; text where it was not JSON, or was cut; absent where there was none.")]
        public JsonNode? Body { get; init; }

        [Description("Where the contract describes the operation: a JSON pointer, for fetch.")]
        public required string Source { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }
}

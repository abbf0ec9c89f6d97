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
    private readonly DocumentedOperation _operation;
    private readonly ApiCaller _caller;
    private readonly SecretProperties _secrets;

    public CallTool(string name, ApiDocumentation documentation, DocumentedOperation operation, ApiCaller caller, SecretProperties secrets)
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
            OutputSchema = ResultSchema.Of<CallResult>(),
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
            var result = CreateResult(await _caller.SendAsync(OperationCall.With(_operation, values), cancellationToken).ConfigureAwait(false));
            return ToolResult.Of(result, isError: result.Status >= (int)HttpStatusCode.Ambiguous);
        }
        catch (McpException exception)
        {
            return ToolResult.Of(exception);
        }
    }

    private CallResult CreateResult(CallResponse response)
    {
        var (body, text) = Read(response.Body);
        string? note = null;
        if (ResultLimit.Size(body) > ResultLimit.Characters - RoomForTheRest)
        {
            var shown = ResultLimit.Start(text, 0, RoomForTheRest);
            body = shown;
            note = $"The call was made. Its response has {text.Length} characters, but only the first {shown.Length} are shown, as text. To see all of it, make the call with the command from get_request_example.";
        }

        return new CallResult
        {
            Status = response.Status,
            RateLimitRemaining = response.RateLimitRemaining,
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
            return _secrets.Mask(json) ? (json, json!.ToJsonString(ResultLimit.Json)) : (json, body);
        }
        catch (JsonException)
        {
            // The body is not JSON, such as the error page of a proxy. It is shown unchanged.
            return (body, body);
        }
    }

    internal sealed record CallResult
    {
        [Description("The HTTP status.")]
        public required int Status { get; init; }

        [Description("The API's X-Ratelimit-Remaining: the number of remaining requests in this minute.")]
        public string? RateLimitRemaining { get; init; }

        [Description("The API's JSON, with *** in place of secrets; text if it is not JSON or was cut; missing if there is no body.")]
        public JsonNode? Body { get; init; }

        [Description("The JSON pointer of the operation in the contract, for fetch.")]
        public required string Source { get; init; }

        [Description("What was left out, and how to get it.")]
        public string? Note { get; init; }
    }
}

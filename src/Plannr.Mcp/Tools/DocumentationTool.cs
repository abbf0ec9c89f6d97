using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Plannr.Mcp.Tools;

/// <summary>A read-only tool that returns parts of the documentation.</summary>
/// <typeparam name="TResult">The type of the result.</typeparam>
internal abstract class DocumentationTool<TResult> : McpServerTool
    where TResult : class
{
    private readonly IReadOnlyList<ToolArgument> _arguments;

    protected DocumentationTool(string name, string title, string description, params IReadOnlyList<ToolArgument> arguments)
    {
        _arguments = arguments;
        ProtocolTool = new Tool
        {
            Name = name,
            Title = title,
            Description = description,
            InputSchema = InputSchema(arguments),
            OutputSchema = ResultSchema.Of<TResult>(),
            Annotations = new ToolAnnotations { Title = title, ReadOnlyHint = true, IdempotentHint = true, DestructiveHint = false, OpenWorldHint = false },
        };
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public override ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        try
        {
            return ValueTask.FromResult(ToolResult.Of(GetResult(ToolArguments.Read(ProtocolTool.Name, _arguments, request.Params.Arguments))));
        }
        catch (McpException exception)
        {
            return ValueTask.FromResult(ToolResult.Of(exception));
        }
    }

    protected abstract TResult GetResult(ToolArguments arguments);

    private static JsonElement InputSchema(IReadOnlyList<ToolArgument> arguments)
    {
        var properties = new JsonObject();
        foreach (var argument in arguments)
        {
            properties[argument.Name] = new JsonObject { ["type"] = argument.Type, ["description"] = argument.Description };
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        if (arguments.Any(a => a.IsRequired))
        {
            schema["required"] = new JsonArray([.. arguments.Where(a => a.IsRequired).Select(a => JsonValue.Create(a.Name))]);
        }

        return JsonSerializer.SerializeToElement(schema);
    }
}

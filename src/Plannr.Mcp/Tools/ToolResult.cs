using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Plannr.Mcp.Tools;

/// <summary>Creates tool results of the protocol.</summary>
internal static class ToolResult
{
    public static CallToolResult Of<TResult>(TResult result, bool isError = false) => new()
    {
        // The same content as text, as the protocol requires, for clients without structured content.
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(result, ResultLimit.Json) }],
        StructuredContent = JsonSerializer.SerializeToElement(result, ResultLimit.Json),
        IsError = isError,
    };

    /// <summary>Returns an error with the message of an exception. If it were thrown, the library would add a prefix to the message.</summary>
    public static CallToolResult Of(McpException exception) => new()
    {
        Content = [new TextContentBlock { Text = exception.Message }],
        IsError = true,
    };
}

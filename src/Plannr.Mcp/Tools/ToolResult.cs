using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Plannr.Mcp.Tools;

/// <summary>A tool's answer as the protocol carries it.</summary>
internal static class ToolResult
{
    public static CallToolResult Of<TAnswer>(TAnswer answer, bool isError = false) => new()
    {
        // The same twice, as the protocol asks, for clients that know no structured content.
        Content = [new TextContentBlock { Text = JsonSerializer.Serialize(answer, AnswerLimit.Json) }],
        StructuredContent = JsonSerializer.SerializeToElement(answer, AnswerLimit.Json),
        IsError = isError,
    };

    /// <summary>An error with the exception's own words; thrown on, they would stand behind words of the library's.</summary>
    public static CallToolResult Of(McpException exception) => new()
    {
        Content = [new TextContentBlock { Text = exception.Message }],
        IsError = true,
    };
}

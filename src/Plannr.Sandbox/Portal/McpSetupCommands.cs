using System.Text;
using System.Text.Json.Nodes;
using Plannr.Mcp.Documentation;

namespace Plannr.Sandbox.Portal;

/// <summary>The commands that add an MCP server over HTTP to common AI tools.</summary>
internal static class McpSetupCommands
{
    // All tools accept it as the name of a server.
    private const string Name = "plannr";

    /// <summary>Returns the commands. Each is one line that has the same meaning in a POSIX shell and in cmd.exe.</summary>
    /// <param name="mcpUrl">The address of the MCP server.</param>
    public static IReadOnlyList<(string Tool, string Command)> Of(string mcpUrl)
    {
        var server = new JsonObject { ["name"] = Name, ["type"] = "http", ["url"] = mcpUrl }.ToJsonString(OperationCall.Readable);
        return
        [
            ("Claude Code", $"claude mcp add --transport http {Name} {mcpUrl}"),
            ("VS Code", $"code --add-mcp \"{server.Replace("\"", "\\\"", StringComparison.Ordinal)}\""),
            ("Codex", $"codex mcp add {Name} --url {mcpUrl}"),
            ("Gemini CLI", $"gemini mcp add --transport http {Name} {mcpUrl}"),
        ];
    }

    /// <summary>Returns the link that adds the server to Cursor.</summary>
    /// <param name="mcpUrl">The address of the MCP server.</param>
    public static string CursorLink(string mcpUrl)
    {
        var server = new JsonObject { ["url"] = mcpUrl }.ToJsonString(OperationCall.Readable);
        return $"cursor://anysphere.cursor-deeplink/mcp/install?name={Name}&config={Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(server)))}";
    }
}

namespace Plannr.Mcp.Tests;

/// <summary>The transport between the client and the MCP server.</summary>
public enum Transport
{
    /// <summary>HTTP, to the <c>/mcp</c> of a sandbox.</summary>
    Http,

    /// <summary>Standard input and output of <c>plannr mcp</c>.</summary>
    Stdio,
}

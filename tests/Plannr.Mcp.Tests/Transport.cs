namespace Plannr.Mcp.Tests;

/// <summary>What the server is reached by.</summary>
public enum Transport
{
    /// <summary>A sandbox's <c>/mcp</c>.</summary>
    Http,

    /// <summary><c>plannr mcp</c>.</summary>
    Stdio,
}

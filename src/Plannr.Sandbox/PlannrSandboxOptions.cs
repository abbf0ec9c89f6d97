namespace Plannr.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed class PlannrSandboxOptions
{
    /// <summary>The TCP port on the loopback interface; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The access token that the sandbox accepts. It protects nothing and is no secret.</summary>
    public string Token { get; init; } = "sandbox-token";

    /// <summary>Whether the tools of the MCP server at <c>/mcp</c> may call the sandbox. By default they only read its documentation.</summary>
    public bool AllowMcpCalls { get; init; }

    /// <summary>The clock that <c>updated_at</c> is taken from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

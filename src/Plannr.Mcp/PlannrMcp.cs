using ModelContextProtocol.Server;
using Plannr.Mcp.Calls;
using Plannr.Mcp.Contracts;
using Plannr.Mcp.Documentation;

namespace Plannr.Mcp;

/// <summary>The MCP server over standard input and output, for tools that start a process.</summary>
public static class PlannrMcp
{
    /// <summary>Runs the server until standard input ends. Only the protocol uses standard output.</summary>
    /// <param name="options">The options.</param>
    /// <param name="cancellationToken">Stops the server.</param>
    /// <returns>A task that completes when standard input ends.</returns>
    public static async Task RunStdioAsync(PlannrMcpOptions options, CancellationToken cancellationToken = default)
    {
        var contract = await ContractDocument.LoadAsync(cancellationToken).ConfigureAwait(false);
        var documentation = ApiDocumentation.Parse(contract.Yaml, contract.Json);
        var server = options.Server?.ToString() ?? documentation.Server ?? throw new InvalidOperationException("The contract names no server.");
        var caller = options.Calls is { } httpClient ? new ApiCaller(httpClient, () => server, isLive: options.SandboxToken is null) : null;
        var serverOptions = new McpServerOptions();
        McpContent.AddTo(serverOptions, documentation, () => new ApiTarget(server, options.SandboxToken), caller);

        await using var transport = new StdioServerTransport(serverOptions, options.Logs);
        await using var mcpServer = McpServer.Create(transport, serverOptions, options.Logs);
        await mcpServer.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}

using System.CommandLine;
using Plannr.Sandbox.Mcp;

namespace Plannr.Cli;

/// <summary><c>plannr mcp</c></summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var allowCalls = new Option<bool>("--allow-calls") { Description = "Add tools that call the API, which change what is there." };
        var sandbox = new Option<bool>("--sandbox") { Description = "With --allow-calls: call a local sandbox instead of Plannr; it needs no access token." };

        var command = new Command("mcp", "Serve the documentation of the API to an AI tool, by MCP over standard input and output.") { allowCalls, sandbox };
        command.SetAction((arguments, cancellationToken) => Errors.ReportAsync(() => RunAsync(arguments.GetValue(allowCalls), arguments.GetValue(sandbox), cancellationToken)));
        return command;
    }

    private static async Task RunAsync(bool allowCalls, bool toSandbox, CancellationToken cancellationToken)
    {
        if (toSandbox && !allowCalls)
        {
            throw new UsageException("--sandbox says where calls go, and without --allow-calls there are none.");
        }

        // Standard output carries the protocol; whatever else were written there would break it.
        Console.SetOut(Console.Error);
        if (!allowCalls)
        {
            await PlannrMcp.RunStdioAsync(new PlannrMcpOptions { Server = PlannrServer.BaseAddress() }, cancellationToken);
            return;
        }

        await using var server = await PlannrServer.ConnectAsync(toSandbox, cancellationToken);
        await PlannrMcp.RunStdioAsync(
            new PlannrMcpOptions { Calls = server.HttpClient, Server = server.HttpClient.BaseAddress, SandboxToken = server.SandboxToken },
            cancellationToken);
    }
}

using System.CommandLine;
using Microsoft.Extensions.Logging;
using Plannr.Cli.Api;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Output;
using Plannr.Mcp;

namespace Plannr.Cli.Sandbox;

/// <summary><c>plannr mcp</c></summary>
internal static class McpCommand
{
    public static Command Create()
    {
        var allowCalls = new Option<bool>("--allow-calls") { Description = "Add tools that call the API and can change data." };
        var sandbox = new Option<bool>("--sandbox") { Description = "With --allow-calls: call a sandbox inside this process instead of Plannr. It needs no access token." };
        var tokenFile = new Option<string?>("--token-file") { Description = "With --allow-calls: a file with the access token. Other users must not be able to read the file; on Windows, this is not checked.", HelpName = "file" }.CompletesFiles();
        var command = new DocumentedCommand(
            "mcp",
            "Serve the documentation of the API to an AI tool, with MCP over standard input and output.",
            "plannr mcp",
            "plannr mcp --allow-calls --sandbox")
        {
            allowCalls,
            sandbox,
            tokenFile,
        };
        command.Validators.Add(result =>
        {
            if (!result.GetValue(allowCalls) && result.GetValue(sandbox))
            {
                result.AddError("--sandbox requires --allow-calls. Add it, or leave out --sandbox.");
            }

            if (result.GetValue(tokenFile) == "-")
            {
                result.AddError("--token-file cannot be standard input, which the protocol uses. Pass a file.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var settings = new ApiSettings { ToSandbox = arguments.GetValue(sandbox), TokenFile = arguments.GetValue(tokenFile), Retries = 3, Verbosity = Verbosity.Normal };
            var secret = new Secret();
            var messages = new Messages(settings.Verbosity, secret);
            return await CommandRun.RunAsync(messages, async () =>
            {
                var calls = arguments.GetValue(allowCalls);
                await using var session = new ApiSession(calls ? await settings.SelectProfileAsync(messages, cancellationToken) : settings, messages, secret);
                await RunAsync(session, new Messages(settings.Verbosity, secret) { MinLevel = LogLevel.Error }, calls, cancellationToken);
                return ExitCode.Done;
            });
        });
        return command;
    }

    private static async Task RunAsync(ApiSession session, Messages serverLogs, bool allowCalls, CancellationToken cancellationToken)
    {
        // The protocol uses standard output, so all other output goes to standard error.
        Console.SetOut(Console.Error);
        if (!allowCalls)
        {
            await PlannrMcp.RunStdioAsync(new PlannrMcpOptions { Server = ServerAddress.OfEnvironment(), Logs = serverLogs }, cancellationToken);
            return;
        }

        var client = await session.ClientAsync(cancellationToken);
        await PlannrMcp.RunStdioAsync(
            new PlannrMcpOptions { Calls = client.HttpClient, Server = client.HttpClient.BaseAddress, SandboxToken = session.SandboxToken, Logs = serverLogs },
            cancellationToken);
    }
}

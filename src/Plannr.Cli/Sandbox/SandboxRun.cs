using System.Net;
using Plannr.Cli.Shells;
using Plannr.Sandbox;
using Plannr.Sandbox.State;

namespace Plannr.Cli.Sandbox;

/// <summary>Runs a sandbox until Ctrl-C. It prints the addresses of the sandbox, or the reason why it does not start.</summary>
internal static class SandboxRun
{
    private const int Stopped = 0;
    private const int Failed = 1;
    private const int Usage = 2;

    public static async Task<int> RunAsync(PlannrSandboxOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await using var sandbox = await PlannrSandbox.StartAsync(options, cancellationToken);
            if (!IPAddress.IsLoopback(options.ListenAddress))
            {
                Console.Error.WriteLine($"plannr: Warning: the sandbox listens on {options.ListenAddress}, so everyone who can reach this machine can use it. Leave out --listen to listen only on loopback.");
            }

            Console.WriteLine(Greeting(sandbox, options, Shell.Current));
            await sandbox.WaitForShutdownAsync(cancellationToken);
            return Stopped;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Stopped;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidDataException)
        {
            return Say(exception.Message, Usage);
        }
        catch (DataFileException exception)
        {
            return Say(exception.Message, Failed);
        }
        catch (IOException exception)
        {
            return Say($"The sandbox cannot listen. {exception.Message.TrimEnd('.')}. Choose another port with --port (0 for any free port), or another address with --listen.", Failed);
        }
    }

    private static string Greeting(PlannrSandbox sandbox, PlannrSandboxOptions options, Shell shell) => $$"""
        The Plannr sandbox listens on {{sandbox.BaseAddress}}{{(options.DataFile is { } file ? $" and keeps its state in {file}" : "")}}. Ctrl-C stops it. Try:

          {{Update(sandbox, shell).Replace("\n", "\n  ", StringComparison.Ordinal)}}

        The documentation, with an API Explorer: {{sandbox.BaseAddress}}
        Connections, clock, faults and requests: {{sandbox.BaseAddress}}sandbox
        For an AI tool: {{sandbox.BaseAddress}}add-mcp-server
        """;

    private static string Update(PlannrSandbox sandbox, Shell shell) => shell.Curl(
        [
            $"--request PUT {shell.Quote($"{sandbox.BaseAddress}api/v1/oauth/connections/{sandbox.ExampleConnection}")}",
            "--header " + shell.Quote("Authorization: Bearer " + sandbox.Token),
            "--header 'Accept: application/json'",
            "--header 'Content-Type: application/json'",
        ],
        """{"label":"My Fundment Account 1"}""");

    private static int Say(string message, int exitCode)
    {
        Console.Error.WriteLine($"plannr: {message}");
        return exitCode;
    }
}

using System.Text.RegularExpressions;
using CliWrap;

namespace Plannr.Sandbox.Tests;

/// <summary>The sandbox as a process of its own.</summary>
internal sealed partial class SandboxProcess : IAsyncDisposable
{
    private readonly CancellationTokenSource _kill = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly System.Text.StringBuilder _errors = new();
    private readonly Task _running;

    private SandboxProcess(string[] arguments) => _running = RunAsync(arguments);

    public static async Task<(SandboxProcess Process, Uri BaseAddress)> StartAsync(params string[] arguments)
    {
        var process = new SandboxProcess(arguments);
        if (await Task.WhenAny(process._listening.Task, process._running) == process._running)
        {
            throw new InvalidOperationException($"The sandbox did not start: {process._errors}");
        }

        return (process, await process._listening.Task);
    }

    /// <summary>Ends the process on the spot, as a crash would.</summary>
    public async Task KillAsync()
    {
        await _kill.CancelAsync();
        await _running;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _kill.Dispose();
    }

    private async Task RunAsync(string[] arguments)
    {
        try
        {
            await Cli.Wrap(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
                .WithArguments([Path.Combine(TestContext.CurrentContext.TestDirectory, "Plannr.Sandbox.dll"), "--port", "0", .. arguments])
                .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
                {
                    if (Address().Match(line) is { Success: true } match)
                    {
                        _listening.TrySetResult(new Uri(match.Groups[1].Value));
                    }
                }))
                .WithStandardErrorPipe(PipeTarget.ToStringBuilder(_errors))
                .WithValidation(CommandResultValidation.None)
                .ExecuteAsync(_kill.Token);
        }
        catch (OperationCanceledException) when (_kill.IsCancellationRequested)
        {
            // It was meant to end so.
        }
    }

    [GeneratedRegex("listens on (http://[^ ]+/)")]
    private static partial Regex Address();
}

using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr sandbox</c>, for as long as a test needs it.</summary>
internal sealed partial class RunningSandbox : IAsyncDisposable
{
    private readonly CancellationTokenSource _kill = new();
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();
    private readonly CommandTask<CommandResult> _running;

    private RunningSandbox(string[] arguments)
        => _running = PlannrProcess.Command([], ["sandbox", "--port", "0", .. arguments])
            // One target: of several, each gets a line at its own time.
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
            {
                _output.Append(line).Append('\n');
                // The last line of what it says at the start.
                if (line.Contains("--data '", StringComparison.Ordinal))
                {
                    _listening.TrySetResult();
                }
            }))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(_errors))
            .ExecuteAsync(_kill.Token);

    public string Output => _output.ToString().ReplaceLineEndings("\n");

    public string Errors => _errors.ToString().ReplaceLineEndings("\n");

    public Uri BaseAddress => new(Address().Match(Output).Value);

    public static async Task<RunningSandbox> StartAsync(params string[] arguments)
    {
        var sandbox = new RunningSandbox(arguments);
        await Task.WhenAny(sandbox._listening.Task, sandbox._running.Task);
        Assert.That(sandbox._listening.Task.IsCompletedSuccessfully, Is.True, () => $"The sandbox did not start: {sandbox.Errors}");
        return sandbox;
    }

    public HttpClient CreateClient(string token) => new()
    {
        BaseAddress = BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Presses Ctrl-C.</summary>
    public async Task<int> InterruptAsync()
    {
        await CliWrap.Cli.Wrap("kill").WithArguments(["-INT", _running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync();
        return (await _running).ExitCode;
    }

    /// <summary>Ends the process on the spot, as a crash would.</summary>
    public async Task KillAsync()
    {
        await _kill.CancelAsync();
        try
        {
            await _running;
        }
        catch (OperationCanceledException)
        {
            // It ran until now.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _kill.Dispose();
    }

    [GeneratedRegex("http://[^ /]+/")]
    private static partial Regex Address();
}

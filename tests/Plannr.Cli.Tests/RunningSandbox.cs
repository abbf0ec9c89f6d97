using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using CliWrap;

namespace Plannr.Cli.Tests;

/// <summary>A process of <c>plannr sandbox</c>.</summary>
internal sealed partial class RunningSandbox : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Found)> _wanted = [];
    private readonly StringBuilder _errors = new();
    private readonly CommandTask<CommandResult> _running;

    private RunningSandbox(Command command)
        => _running = command
            // One target handles each line, because several would not get it at the same time.
            .WithStandardOutputPipe(PipeTarget.ToDelegate(line =>
            {
                lock (_output)
                {
                    _output.Append(line).Append('\n');
                    _wanted.RemoveAll(w => line.Contains(w.Text, StringComparison.Ordinal) && w.Found.TrySetResult());
                }

                // The last line that the sandbox prints at the start.
                if (line.Contains("--data '", StringComparison.Ordinal))
                {
                    _listening.TrySetResult();
                }
            }))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(_errors))
            .ExecuteAsync();

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public string Errors => _errors.ToString().ReplaceLineEndings("\n");

    public Uri BaseAddress => new(Address().Match(Output).Value);

    public static Task<RunningSandbox> StartAsync(params string[] arguments) => StartAsync(PlannrProcess.Command([], ["sandbox", "--port", "0", .. arguments]));

    /// <summary>Starts a sandbox that supports <see cref="FillDiskAsync"/>.</summary>
    public static Task<RunningSandbox> StartWithLimitAsync(params string[] arguments)
        => StartAsync(PlannrProcess.CommandWithLimit([], blocks: null, ["sandbox", "--port", "0", .. arguments]));

    private static async Task<RunningSandbox> StartAsync(Command command)
    {
        var sandbox = new RunningSandbox(command);
        try
        {
            await Task.WhenAny(sandbox._listening.Task, sandbox._running.Task).WaitAsync(Timeout);
        }
        catch (TimeoutException)
        {
            await sandbox.KillAsync();
        }

        Assert.That(sandbox._listening.Task.IsCompletedSuccessfully, Is.True, () => $"The sandbox did not start: {sandbox.Output}{sandbox.Errors}");
        return sandbox;
    }

    public HttpClient CreateClient(string token) => new()
    {
        BaseAddress = BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    /// <summary>Waits until a line of the output contains a text.</summary>
    public async Task WaitForOutputAsync(string text)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_output)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _wanted.Add((text, found));
        }

        try
        {
            await found.Task.WaitAsync(Timeout);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"The sandbox did not print '{text}' within {Timeout.TotalSeconds} s. It printed:\n{Output}{Errors}");
        }
    }

    /// <summary>Makes every later write to a file fail.</summary>
    public Task FillDiskAsync() => LimitFilesAsync("0");

    /// <summary>Lets writes to files succeed again.</summary>
    public Task FreeDiskAsync() => LimitFilesAsync("unlimited");

    /// <summary>Sends Ctrl-C, and returns the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        await CliWrap.Cli.Wrap("kill").WithArguments(["-INT", _running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync();
        return (await _running).ExitCode;
    }

    /// <summary>Ends the process at once, as a crash would. The output is complete afterwards.</summary>
    public async Task KillAsync()
    {
        if (!_running.Task.IsCompleted)
        {
            try
            {
                using var process = Process.GetProcessById(_running.ProcessId);
                process.Kill();
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                // The process has ended in the meantime.
            }
        }

        await _running;
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    // Sets the soft limit, which the test can raise again.
    private Task LimitFilesAsync(string limit)
        => CliWrap.Cli.Wrap("prlimit").WithArguments([$"--pid={_running.ProcessId}", $"--fsize={limit}:"]).ExecuteAsync();

    [GeneratedRegex("http://[^ /]+/")]
    private static partial Regex Address();
}

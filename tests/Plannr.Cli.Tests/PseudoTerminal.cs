using System.Text;
using CliWrap;

namespace Plannr.Cli.Tests;

/// <summary>Runs <c>plannr</c> on a pseudo-terminal that the program <c>script</c> creates.</summary>
internal sealed class PseudoTerminal
{
    private const int DefaultColumns = 130;

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    /// <summary>Runs a command, waits for texts in its output, and types the text that belongs to each.</summary>
    /// <param name="environment">The environment variables to set.</param>
    /// <param name="arguments">The arguments of the command.</param>
    /// <param name="dialogue">The texts to wait for, one after the other, and the text to type after each.</param>
    /// <returns>The output, including escape sequences, and the exit code.</returns>
    public static Task<(string Output, int ExitCode)> RunAsync(Dictionary<string, string?> environment, string[] arguments, params (string Shown, string Typed)[] dialogue)
        => RunAsync(environment, arguments, DefaultColumns, dialogue);

    /// <summary>Runs a command on a terminal with a number of columns.</summary>
    public static Task<(string Output, int ExitCode)> RunAsync(Dictionary<string, string?> environment, string[] arguments, int columns, params (string Shown, string Typed)[] dialogue)
        => RunAsync(environment, arguments, columns, [.. dialogue.Select(d => (d.Shown, (Func<string, Task<string>>)(_ => Task.FromResult(d.Typed))))]);

    /// <summary>Runs a command on a terminal with a number of columns, and types what a function returns for the output so far.</summary>
    public static async Task<(string Output, int ExitCode)> RunAsync(
        Dictionary<string, string?> environment, string[] arguments, int columns, (string Shown, Func<string, Task<string>> Typed)[] dialogue)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Ignore("The program 'script', which creates pseudo-terminals, is not installed (Debian: bsdutils).");
        }

        return await new PseudoTerminal().StartAsync(environment, arguments, columns, dialogue);
    }

    private async Task<(string Output, int ExitCode)> StartAsync(Dictionary<string, string?> environment, string[] arguments, int columns, (string Shown, Func<string, Task<string>> Typed)[] dialogue)
    {
        var exited = new TaskCompletionSource();
        using var kill = new CancellationTokenSource();
        Task<string>? typing = null;
        var command = $"stty cols {columns} rows 40; exec {string.Join(' ', new[] { PlannrProcess.Host, PlannrProcess.Program }.Concat(arguments).Select(a => $"'{a}'"))}";
        var running = CliWrap.Cli.Wrap("/usr/bin/script")
            .WithArguments(["--quiet", "--return", "--command", command, "/dev/null"])
            .WithEnvironmentVariables(PlannrProcess.Environment(new(environment) { ["TERM"] = environment.GetValueOrDefault("TERM") ?? "xterm-256color", ["SHELL"] = "/bin/sh" }))
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.Create(ReadAsync))
            .WithStandardInputPipe(PipeSource.Create(async (input, cancellationToken) =>
            {
                // Also awaited below, because the command completes when its process exits, even if this task still runs.
                typing = TypeAsync(input, dialogue, exited.Task, kill, cancellationToken);
                await typing;
            }))
            .ExecuteAsync(kill.Token);
        _ = running.Task.ContinueWith(_ => exited.TrySetResult(), TaskScheduler.Default);
        var exitCode = 0;
        try
        {
            exitCode = (await running).ExitCode;
        }
        catch (OperationCanceledException) when (kill.IsCancellationRequested)
        {
            // The test fails below.
        }

        exited.TrySetResult();
        if (typing is not null && await typing is { Length: > 0 } problem)
        {
            Assert.Fail($"'plannr {string.Join(' ', arguments)}' {problem} The terminal showed:\n{Output}");
        }

        // .NET first sends the mode of the cursor keys to each terminal.
        return (_output.Replace("\u001b[?1h\u001b=", "").ToString(), exitCode);
    }

    /// <returns>The error, or an empty string.</returns>
    private async Task<string> TypeAsync(
        Stream input, (string Shown, Func<string, Task<string>> Typed)[] dialogue, Task exited, CancellationTokenSource kill, CancellationToken cancellationToken)
    {
        foreach (var (shown, typed) in dialogue)
        {
            var seen = SeenAsync(shown);
            if (!await EndsAsync(Task.WhenAny(seen, exited)))
            {
                await kill.CancelAsync();
                return $"did not show '{shown}' within {Timeout.TotalSeconds} s.";
            }

            if (!seen.IsCompleted)
            {
                return $"ended before it showed '{shown}'.";
            }

            await input.WriteAsync(Encoding.UTF8.GetBytes(await typed(Output)), cancellationToken);
            await input.FlushAsync(cancellationToken);
        }

        // Keeps the input open, because script would type its end too.
        if (await EndsAsync(exited))
        {
            return "";
        }

        await kill.CancelAsync();
        return $"did not end within {Timeout.TotalSeconds} s.";
    }

    private static async Task<bool> EndsAsync(Task task)
    {
        try
        {
            await task.WaitAsync(Timeout);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    private Task SeenAsync(string text)
    {
        lock (_output)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, seen));
            return seen.Task;
        }
    }

    private async Task ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var (bytes, characters, decoder) = (new byte[4096], new char[4096], Encoding.UTF8.GetDecoder());
        int count;
        while ((count = await stream.ReadAsync(bytes, cancellationToken)) > 0)
        {
            lock (_output)
            {
                _output.Append(characters, 0, decoder.GetChars(bytes, 0, count, characters, 0));
                foreach (var (text, seen) in _awaited.Where(a => _output.ToString().Contains(a.Text, StringComparison.Ordinal)))
                {
                    seen.TrySetResult();
                }
            }
        }
    }
}

using System.Text;
using CliWrap;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr</c> on a pseudo-terminal, by the program <c>script</c>.</summary>
internal sealed class PseudoTerminal
{
    private const int UsualColumns = 130;

    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    /// <summary>Runs a command, and types when it shows something.</summary>
    /// <param name="environment">Its environment.</param>
    /// <param name="arguments">Its command line.</param>
    /// <param name="dialogue">What is waited for, and what is then typed.</param>
    /// <returns>What the terminal got, as it got it, and the exit code.</returns>
    public static Task<(string Output, int ExitCode)> RunAsync(Dictionary<string, string?> environment, string[] arguments, params (string Shown, string Typed)[] dialogue)
        => RunAsync(environment, arguments, UsualColumns, dialogue);

    /// <summary>Runs a command on a terminal of a width in characters, and types when it shows something.</summary>
    public static Task<(string Output, int ExitCode)> RunAsync(Dictionary<string, string?> environment, string[] arguments, int columns, params (string Shown, string Typed)[] dialogue)
        => RunAsync(environment, arguments, columns, [.. dialogue.Select(d => (d.Shown, (Func<string, Task<string>>)(_ => Task.FromResult(d.Typed))))]);

    /// <summary>Runs a command on a terminal of a width in characters, and types what a function of the output returns when it shows something.</summary>
    public static async Task<(string Output, int ExitCode)> RunAsync(
        Dictionary<string, string?> environment, string[] arguments, int columns, (string Shown, Func<string, Task<string>> Typed)[] dialogue)
    {
        if (!File.Exists("/usr/bin/script"))
        {
            Assert.Ignore("There is no program 'script' (Debian's package bsdutils), which gives a program a terminal.");
        }

        return await new PseudoTerminal().StartAsync(environment, arguments, columns, dialogue);
    }

    private async Task<(string Output, int ExitCode)> StartAsync(Dictionary<string, string?> environment, string[] arguments, int columns, (string Shown, Func<string, Task<string>> Typed)[] dialogue)
    {
        var over = new TaskCompletionSource();
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
                // Waited for below too: the command is over when its process is, whatever still types.
                typing = TypeAsync(input, dialogue, over.Task, kill, cancellationToken);
                await typing;
            }))
            .ExecuteAsync(kill.Token);
        _ = running.Task.ContinueWith(_ => over.TrySetResult(), TaskScheduler.Default);
        var exitCode = 0;
        try
        {
            exitCode = (await running).ExitCode;
        }
        catch (OperationCanceledException) when (kill.IsCancellationRequested)
        {
            // The test fails below.
        }

        over.TrySetResult();
        if (typing is not null && await typing is { Length: > 0 } problem)
        {
            Assert.Fail($"'plannr {string.Join(' ', arguments)}' {problem} The terminal showed:\n{Output}");
        }

        // What .NET tells each terminal first, of its cursor keys.
        return (_output.Replace("\u001b[?1h\u001b=", "").ToString(), exitCode);
    }

    /// <returns>What went wrong; empty if nothing did.</returns>
    private async Task<string> TypeAsync(
        Stream input, (string Shown, Func<string, Task<string>> Typed)[] dialogue, Task over, CancellationTokenSource kill, CancellationToken cancellationToken)
    {
        foreach (var (shown, typed) in dialogue)
        {
            var seen = SeenAsync(shown);
            if (!await EndsAsync(Task.WhenAny(seen, over)))
            {
                await kill.CancelAsync();
                return $"did not show '{shown}' within {LongEnough.TotalSeconds} s.";
            }

            if (!seen.IsCompleted)
            {
                return $"ended before it showed '{shown}'.";
            }

            await input.WriteAsync(Encoding.UTF8.GetBytes(await typed(Output)), cancellationToken);
            await input.FlushAsync(cancellationToken);
        }

        // The end of the input would be typed too.
        if (await EndsAsync(over))
        {
            return "";
        }

        await kill.CancelAsync();
        return $"did not end within {LongEnough.TotalSeconds} s.";
    }

    private static async Task<bool> EndsAsync(Task task)
    {
        try
        {
            await task.WaitAsync(LongEnough);
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

using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Plannr.Corpus;

/// <summary>
/// A process that runs trials, so that a document that hangs, overflows the stack or uses all memory does not end other trials. It
/// runs many trials, because starting the compiler takes longer than most trials.
/// </summary>
internal sealed class TrialProcess : IDisposable
{
    /// <summary>The argument with which the program runs trials.</summary>
    public const string Argument = "--serve-trials";

    // The limits of one outcome. On a busy machine, a trial takes longer, but not more processor time.
    private static readonly TimeSpan ProcessorTimeLimit = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(10);

    // 6 GiB, in hexadecimal.
    private const string MemoryLimit = "180000000";

    private readonly StringBuilder _errors = new();
    private Process? _process;

    /// <summary>Tries a document. Starts a new process if the last one has ended.</summary>
    public async Task<DocumentOutcome> TryAsync(Document document)
    {
        _process ??= Start();
        await _process.StandardInput.WriteLineAsync(document.Name);
        var unchanged = await ReadAsync() ?? throw new InvalidOperationException("The process has written no outcome.");
        var reduced = _process is null ? null : await ReadAsync();
        return new DocumentOutcome(document, unchanged, reduced);
    }

    public void Dispose()
    {
        if (_process is null)
        {
            return;
        }

        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
        _process = null;
    }

    private Process Start()
    {
        _errors.Clear();
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(TrialProcess).Assembly.Location, Argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_GCHeapHardLimit"] = MemoryLimit },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The trial process did not start.");
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
        return process;
    }

    private async Task<Outcome?> ReadAsync()
    {
        var clock = Stopwatch.StartNew();
        var spent = _process!.TotalProcessorTime;
        var read = _process.StandardOutput.ReadLineAsync();
        while (await Task.WhenAny(read, Task.Delay(TimeSpan.FromSeconds(1))) != read)
        {
            _process.Refresh();
            if (clock.Elapsed > TimeLimit || (!_process.HasExited && _process.TotalProcessorTime - spent > ProcessorTimeLimit))
            {
                Dispose();
                return Outcome.Failed($"did not end within {ProcessorTimeLimit.TotalSeconds:0} seconds");
            }
        }

        return await read is { } line ? JsonSerializer.Deserialize<Outcome?>(line) : await EndedAsync();
    }

    private async Task<Outcome> EndedAsync()
    {
        await _process!.WaitForExitAsync();
        var outcome = Outcome.Failed($"the process ended with exit code {_process.ExitCode}: {_errors.ToString().Split('\n')[0].Trim()}");
        Dispose();
        return outcome;
    }
}

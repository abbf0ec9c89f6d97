using System.Diagnostics;
using System.Text.Json;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Throughput;

/// <summary>A process of <see cref="Caller"/>: it is warm for the whole of the measurement, and rests while others are measured.</summary>
internal sealed class CallerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private CallerProcess(MeasuredClient client, Process process)
    {
        Client = client;
        _process = process;
    }

    public MeasuredClient Client { get; }

    /// <exception cref="InvalidOperationException">It did not start, or the client does not do what the others do; the process has said why.</exception>
    public static async Task<CallerProcess> StartAsync(MeasuredClient client, Uri? server)
    {
        var process = Process.Start(new ProcessStartInfo(ThisProgram.Host, [ThisProgram.Assembly, ThisProgram.CallRole, client.Name, server?.AbsoluteUri ?? Caller.InMemory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var caller = new CallerProcess(client, process);
        await caller.AnswerAsync().ConfigureAwait(false);
        return caller;
    }

    public async Task<Slice> CallAsync(int atOnce, TimeSpan time)
        => JsonSerializer.Deserialize<Slice>(await AskAsync($"{Caller.Call} {atOnce} {time.TotalMilliseconds:0}").ConfigureAwait(false))!;

    public async Task<LatencyFigures> LatencyAsync(int atOnce)
        => JsonSerializer.Deserialize<LatencyFigures>(await AskAsync($"{Caller.Latency} {atOnce}").ConfigureAwait(false))!;

    public Task ForgetAsync() => AskAsync(Caller.Forget);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task<string> AskAsync(string order)
    {
        await _process.StandardInput.WriteLineAsync(order).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        return await AnswerAsync().ConfigureAwait(false);
    }

    private async Task<string> AnswerAsync()
        => await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? throw new InvalidOperationException($"The process that calls with {Client.Title} has ended.");
}

using System.Diagnostics;
using System.Text.Json;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Throughput;

/// <summary>A process that runs a <see cref="Caller"/>. It stays warm during the whole measurement, and is idle while others are measured.</summary>
internal sealed class CallerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private CallerProcess(MeasuredClient client, Process process)
    {
        Client = client;
        _process = process;
    }

    public MeasuredClient Client { get; }

    /// <exception cref="InvalidOperationException">The process did not start, or the client returns other values than the others. The process has written the reason.</exception>
    public static async Task<CallerProcess> StartAsync(MeasuredClient client, Uri? server)
    {
        var process = Process.Start(new ProcessStartInfo(ThisProgram.Host, [ThisProgram.Assembly, ThisProgram.CallRole, client.Name, server?.AbsoluteUri ?? Caller.InMemory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var caller = new CallerProcess(client, process);
        await caller.ReadAsync().ConfigureAwait(false);
        return caller;
    }

    public async Task<Slice> CallAsync(int parallelCalls, TimeSpan time)
        => JsonSerializer.Deserialize<Slice>(await SendAsync($"{Caller.Call} {parallelCalls} {time.TotalMilliseconds:0}").ConfigureAwait(false))!;

    public async Task<LatencyFigures> LatencyAsync(int parallelCalls)
        => JsonSerializer.Deserialize<LatencyFigures>(await SendAsync($"{Caller.Latency} {parallelCalls}").ConfigureAwait(false))!;

    public Task ForgetAsync() => SendAsync(Caller.Forget);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }

    private async Task<string> SendAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command).ConfigureAwait(false);
        await _process.StandardInput.FlushAsync().ConfigureAwait(false);
        return await ReadAsync().ConfigureAwait(false);
    }

    private async Task<string> ReadAsync()
        => await _process.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? throw new InvalidOperationException($"The process that calls with {Client.Title} has ended.");
}

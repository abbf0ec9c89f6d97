using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Throughput;

/// <summary>Updates a connection with one client as often as possible. Commands on standard input say when and how long.</summary>
internal static class Caller
{
    /// <summary>The argument that replaces the server's address when the caller calls an <see cref="InMemoryApi"/>.</summary>
    public const string InMemory = "memory";

    /// <summary>The command that discards all measurements.</summary>
    public const string Forget = "forget";

    /// <summary>The command that writes the <see cref="LatencyFigures"/> of the calls with a number of parallel calls.</summary>
    public const string Latency = "latency";

    /// <summary>The command that makes a number of parallel calls for a number of milliseconds, and writes the <see cref="Slice"/>.</summary>
    public const string Call = "call";

    /// <param name="client">The client to call with.</param>
    /// <param name="server">The server's address; null to call an <see cref="InMemoryApi"/>.</param>
    public static async Task RunAsync(MeasuredClient client, Uri? server)
    {
        using var peer = server is null ? client.Create(new InMemoryApi(), InMemoryApi.Address) : client.Create(PeerHandler.Create(), server);
        await PeerCheck.UpdateAsync(peer).ConfigureAwait(false);
        var latencies = new Dictionary<int, Latencies>();
        Console.WriteLine();
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            switch (line.Split(' '))
            {
                case [Forget]:
                    latencies.Clear();
                    Console.WriteLine();
                    break;
                case [Call, var parallelCalls, var milliseconds]:
                    var measured = latencies.GetValueOrDefault(Number(parallelCalls)) ?? (latencies[Number(parallelCalls)] = new Latencies());
                    measured.MakeRoom();
                    Console.WriteLine(JsonSerializer.Serialize(await CallAsync(peer, Number(parallelCalls), TimeSpan.FromMilliseconds(Number(milliseconds)), measured).ConfigureAwait(false)));
                    break;
                case [Latency, var parallelCalls]:
                    var all = latencies[Number(parallelCalls)];
                    Console.WriteLine(JsonSerializer.Serialize(new LatencyFigures(all.Percentile(0.5), all.Percentile(0.99))));
                    break;
                default:
                    throw new InvalidOperationException($"Unknown command: {line}");
            }
        }
    }

    private static async Task<Slice> CallAsync(IPeer peer, int parallelCalls, TimeSpan time, Latencies latencies)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var calls = await Task.WhenAll(Enumerable.Range(0, parallelCalls).Select(_ => Task.Run(() => CallUntilAsync(peer, end, latencies)))).ConfigureAwait(false);
        return new Slice(calls.Sum(), Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static async Task<long> CallUntilAsync(IPeer peer, long end, Latencies latencies)
    {
        long calls = 0, now;
        var before = Stopwatch.GetTimestamp();
        do
        {
            await peer.UpdateAsync().ConfigureAwait(false);
            now = Stopwatch.GetTimestamp();
            latencies.Add(now - before);
            before = now;
            calls++;
        }
        while (now < end);
        return calls;
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}

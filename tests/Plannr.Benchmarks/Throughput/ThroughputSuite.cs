using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Calls;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Throughput;

/// <summary>
/// Measures the updates per second: in memory, and over loopback to a server in another process on the same processors. The clients
/// take turns of a fraction of a second, in processes that keep running, so that other load on the machine affects all equally.
/// </summary>
internal static class ThroughputSuite
{
    public static async Task<Section> RunAsync(IReadOnlyList<MeasuredClient> clients, bool isQuick)
    {
        var (rounds, slice, warmUp) = isQuick ? (1, TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(100)) : (40, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(2));
        var tables = await MeasureAsync(null, [1]).ConfigureAwait(false);
        await using var api = await ApiProcess.StartAsync().ConfigureAwait(false);
        tables = [.. tables, .. await MeasureAsync(api.Address, [1, 64]).ConfigureAwait(false)];
        return new Section(
            Command.Throughput,
            $"{Machine.Line()} {rounds:N0} rounds, with {slice.TotalMilliseconds:0} ms for each client.\n\n{string.Join("\n\n", tables.Select(t => t.Markdown))}",
            [.. tables.Select(t => t.Chart)]);

        async Task<ThroughputTable[]> MeasureAsync(Uri? server, int[] parallelism)
        {
            var wire = server is null ? Wire.InMemory : Wire.Loopback;
            var callers = await Task.WhenAll(clients.Select(c => CallerProcess.StartAsync(c, server))).ConfigureAwait(false);
            try
            {
                foreach (var parallelCalls in parallelism.Reverse())
                {
                    foreach (var caller in callers)
                    {
                        Console.Error.WriteLine($"Throughput, {wire}, {parallelCalls} parallel calls: warming up {caller.Client.Title}");
                        await caller.CallAsync(parallelCalls, warmUp).ConfigureAwait(false);
                        await caller.ForgetAsync().ConfigureAwait(false);
                    }
                }

                var measured = new List<ThroughputTable>();
                foreach (var parallelCalls in parallelism)
                {
                    measured.Add(new ThroughputTable(wire, parallelCalls, await InTurnsAsync(callers, parallelCalls, rounds, slice).ConfigureAwait(false)));
                }

                return [.. measured];
            }
            finally
            {
                foreach (var caller in callers)
                {
                    await caller.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
    }

    private static async Task<IReadOnlyList<ThroughputFigures>> InTurnsAsync(CallerProcess[] callers, int parallelCalls, int rounds, TimeSpan slice)
    {
        var slices = callers.ToDictionary(c => c, _ => new List<Slice>());
        for (var round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine($"Throughput, {parallelCalls} parallel calls: round {round + 1} of {rounds}");
            // Each round starts with a different client, so that no client always follows the same one.
            foreach (var caller in callers.Skip(round % callers.Length).Concat(callers.Take(round % callers.Length)))
            {
                slices[caller].Add(await caller.CallAsync(parallelCalls, slice).ConfigureAwait(false));
            }
        }

        var figures = new List<ThroughputFigures>();
        foreach (var caller in callers)
        {
            figures.Add(new ThroughputFigures(caller.Client, slices[caller], await caller.LatencyAsync(parallelCalls).ConfigureAwait(false)));
        }

        return figures;
    }
}

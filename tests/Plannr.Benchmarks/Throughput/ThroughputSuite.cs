using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Calls;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Throughput;

/// <summary>
/// As many updates as possible: in memory, and over loopback to a server in another process, on the processors that client and
/// server share. The clients take turns of a fraction of a second, in processes that stay, so that other load on the machine
/// affects all of them alike.
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
            $"{Machine.Line()} Rounds of {slice.TotalMilliseconds:0} ms for each client: {rounds:N0}.\n\n{string.Join("\n\n", tables.Select(t => t.Markdown))}",
            [.. tables.Select(t => t.Chart)]);

        async Task<ThroughputTable[]> MeasureAsync(Uri? server, int[] numbersAtOnce)
        {
            var wire = server is null ? Wire.InMemory : Wire.Loopback;
            var callers = await Task.WhenAll(clients.Select(c => CallerProcess.StartAsync(c, server))).ConfigureAwait(false);
            try
            {
                foreach (var atOnce in numbersAtOnce.Reverse())
                {
                    foreach (var caller in callers)
                    {
                        Console.Error.WriteLine($"Throughput, {wire}, {atOnce} at once: {caller.Client.Title} warms up");
                        await caller.CallAsync(atOnce, warmUp).ConfigureAwait(false);
                        await caller.ForgetAsync().ConfigureAwait(false);
                    }
                }

                var measured = new List<ThroughputTable>();
                foreach (var atOnce in numbersAtOnce)
                {
                    measured.Add(new ThroughputTable(wire, atOnce, await InTurnsAsync(callers, atOnce, rounds, slice).ConfigureAwait(false)));
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

    private static async Task<IReadOnlyList<ThroughputFigures>> InTurnsAsync(CallerProcess[] callers, int atOnce, int rounds, TimeSpan slice)
    {
        var slices = callers.ToDictionary(c => c, _ => new List<Slice>());
        for (var round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine($"Throughput, {atOnce} at once: round {round + 1} of {rounds}");
            // Each round begins with another client, so that none always follows the same one.
            foreach (var caller in callers.Skip(round % callers.Length).Concat(callers.Take(round % callers.Length)))
            {
                slices[caller].Add(await caller.CallAsync(atOnce, slice).ConfigureAwait(false));
            }
        }

        var figures = new List<ThroughputFigures>();
        foreach (var caller in callers)
        {
            figures.Add(new ThroughputFigures(caller.Client, slices[caller], await caller.LatencyAsync(atOnce).ConfigureAwait(false)));
        }

        return figures;
    }
}

using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>
/// Makes many parallel calls whose responses arrive slowly. A client that blocks threads while it reads takes the pool's threads from
/// all other work of the process. The server is in another process, and then in the same process, as in an application that calls itself.
/// </summary>
internal static class SlowBodySuite
{
    /// <summary>The argument that replaces the server's address if the server is in the same process.</summary>
    public const string SamePool = "same-pool";

    private static readonly MeasuredClient[] Clients = [MeasuredClient.Generated, MeasuredClient.Whole, MeasuredClient.Stock];

    public static async Task<Section> RunAsync(int calls)
    {
        await using var api = await ApiProcess.StartAsync(SlowBodyReader.BodyTime).ConfigureAwait(false);
        (string Markdown, Chart Chart)[] tables =
        [
            await TableAsync("slow-bodies-of-another-process", "server in another process", api.Address.AbsoluteUri, calls).ConfigureAwait(false),
            await TableAsync("slow-bodies-of-the-same-pool", "server on the same thread pool", SamePool, calls).ConfigureAwait(false),
        ];
        return new Section(
            Command.SlowBodies,
            $"{Machine.Line()}\n\n{string.Join("\n\n", tables.Select(t => t.Markdown))}",
            [.. tables.Select(t => t.Chart)]);
    }

    private static async Task<(string Markdown, Chart Chart)> TableAsync(string name, string where, string server, int calls)
    {
        var readings = new List<SlowBodyReading>();
        foreach (var client in Clients)
        {
            Console.Error.WriteLine($"{calls:N0} parallel calls with slow bodies, {where}: {client.Title}");
            readings.Add(await ReadAsync(client, server, calls).ConfigureAwait(false));
        }

        Bar[] times = [.. readings.Select(r => new Bar(r.Seconds, $"{r.Seconds:0.00} s"))];
        Bar[] threads = [.. readings.Select(r => new Bar(r.ThreadsBeyondMinimum, $"{r.ThreadsBeyondMinimum:N0}"))];
        Bar[] waits = [.. readings.Select(r => new Bar(r.MaxWaitMilliseconds, $"{r.MaxWaitMilliseconds:N0} ms"))];
        var chart = new Chart(
            name,
            $"{calls:N0} parallel calls with slow bodies, {where} (lower is better)",
            [.. Clients.Select(c => c.Row)],
            [new ChartPanel("Time", times), new ChartPanel("Threads beyond the minimum", threads), new ChartPanel("Longest wait for the pool", waits)]);
        var table = Table.Of(
            ["client", "time", "threads beyond the pool's minimum", "longest wait for the pool"],
            Clients.Select((client, i) => new[] { client.Title, times[i].Text, threads[i].Text, waits[i].Text }));
        return ($"### {calls:N0} parallel calls, {where}\n\n{table}\n\n{chart.Markdown}", chart);
    }

    // Uses a new process, because a thread pool that has grown shrinks slowly.
    private static async Task<SlowBodyReading> ReadAsync(MeasuredClient client, string server, int calls)
    {
        var result = await Cli.Wrap(ThisProgram.Host)
            .WithArguments([ThisProgram.Assembly, ThisProgram.ReadRole, client.Name, server, $"{calls}"])
            .ExecuteBufferedAsync().ConfigureAwait(false);
        return JsonSerializer.Deserialize<SlowBodyReading>(result.StandardOutput)!;
    }
}

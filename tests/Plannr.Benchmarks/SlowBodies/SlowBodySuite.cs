using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>
/// Many calls at once whose answers take their time: a client that blocks a thread while it reads takes the pool's threads from
/// all other work of the process. Once with a server in another process, and once in the same: an application that serves too.
/// </summary>
internal static class SlowBodySuite
{
    /// <summary>In place of an address: the server is to be in the same process.</summary>
    public const string SamePool = "same-pool";

    private static readonly (string Name, string Description)[] Clients =
    [
        (SlowBodyReader.Generated, "Plannr.Generated"),
        (SlowBodyReader.Whole, "Plannr.Client"),
        (SlowBodyReader.Stock, $"NSwag.MSBuild {ThisProgram.VersionOf("NSwag.MSBuild")}, stock templates"),
    ];

    public static async Task<Section> RunAsync(int calls)
    {
        await using var api = await ApiProcess.StartAsync(SlowBodyReader.BodyTime).ConfigureAwait(false);
        return new Section(
            $"""
            {Machine.Line()}

            ### {calls:N0} calls at once, the server in another process

            {await TableAsync(api.Address.AbsoluteUri, calls).ConfigureAwait(false)}

            ### {calls:N0} calls at once, the server on the same thread pool

            {await TableAsync(SamePool, calls).ConfigureAwait(false)}
            """,
            IsGood: true);
    }

    private static async Task<string> TableAsync(string server, int calls)
    {
        var rows = new List<string[]>();
        foreach (var (name, description) in Clients)
        {
            Console.Error.WriteLine($"{calls:N0} calls with slow bodies, {server}: {description}");
            var reading = await ReadAsync(name, server, calls).ConfigureAwait(false);
            rows.Add([description, $"{reading.Seconds:0.00} s", $"{reading.ThreadsBeyondMinimum}", $"{reading.LongestWaitMilliseconds:N0} ms"]);
        }

        return Table.Of(["client", "time", "threads beyond the pool's minimum", "longest wait for the pool"], rows);
    }

    // In a process of its own: a pool that has grown stays so for a while.
    private static async Task<SlowBodyReading> ReadAsync(string client, string server, int calls)
    {
        var result = await Cli.Wrap(ThisProgram.Host)
            .WithArguments([ThisProgram.Assembly, "read-slow-bodies", client, server, $"{calls}"])
            .ExecuteBufferedAsync().ConfigureAwait(false);
        return JsonSerializer.Deserialize<SlowBodyReading>(result.StandardOutput)!;
    }
}

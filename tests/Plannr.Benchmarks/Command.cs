using System.Globalization;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks;

/// <summary>What to measure.</summary>
internal sealed record Command(string[] Suites, bool IsQuick, bool WritesReadme, IReadOnlyList<MeasuredClient> Clients, int? Calls)
{
    public const string Updates = "updates";
    public const string List = "list";
    public const string Update = "update";
    public const string Throughput = "throughput";
    public const string SlowBodies = "slow-bodies";
    public const string Soak = "soak";

    public const string Usage = """
        tests/benchmark.sh [SUITE ...] [--quick] [--clients NAME,...] [--calls NUMBER] [--write-readme]
          updates         measures an update of a connection with each client
          list            measures a list of 1,000 connections with each client
          throughput      measures the updates per second of each client: in memory, and over loopback with 1 and 64 parallel calls
          slow-bodies     measures 1,000 parallel calls whose responses take 0.9 seconds to arrive
          soak            sends 100,000 calls, and checks that no call is lost and no resources are leaked
          --quick         runs fewer measurements, to check that they work
          --clients       measures only these clients and the floor, with updates, list or throughput:
                          generated, client, nswag, kiota, refit, restsharp, flurl
          --calls         sets the number of calls, with slow-bodies or soak
          --write-readme  writes the tables and the charts to tests/Plannr.Benchmarks/README.md
        Without a suite, runs all suites.
        tests/benchmark.sh loop NAME update|list SECONDS
          repeats calls with one client and an in-memory API, for a profiler or a first impression
        """;

    private static readonly string[] All = [Updates, List, Throughput, SlowBodies, Soak];

    /// <returns>The command; null if the arguments are invalid.</returns>
    public static Command? Parse(string[] arguments)
    {
        var command = new Command([], IsQuick: false, WritesReadme: false, MeasuredClient.All, Calls: null);
        for (var rest = arguments; rest.Length > 0;)
        {
            switch (rest)
            {
                case [var suite, ..] when All.Contains(suite) && !command.Suites.Contains(suite):
                    (command, rest) = (command with { Suites = [.. command.Suites, suite] }, rest[1..]);
                    break;
                case ["--quick", ..]:
                    (command, rest) = (command with { IsQuick = true }, rest[1..]);
                    break;
                case ["--write-readme", ..]:
                    (command, rest) = (command with { WritesReadme = true }, rest[1..]);
                    break;
                case ["--clients", var names, ..] when Named(names) is { } clients:
                    (command, rest) = (command with { Clients = clients }, rest[2..]);
                    break;
                case ["--calls", var number, ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls > 0:
                    (command, rest) = (command with { Calls = calls }, rest[2..]);
                    break;
                default:
                    return null;
            }
        }

        command = command.Suites.Length == 0 ? command with { Suites = All } : command;
        return command.IsSensible ? command : null;
    }

    // The number of calls applies to one suite. The README must not contain figures of a quick run or of only some clients.
    private bool IsSensible
        => (Calls is null || Suites is [SlowBodies or Soak])
            && !(WritesReadme && (IsQuick || Clients.Count < MeasuredClient.All.Length))
            && (Clients.Count == MeasuredClient.All.Length || Suites.All(s => s is Updates or List or Throughput));

    private static MeasuredClient[]? Named(string names)
    {
        var chosen = names.Split(',');
        return chosen.All(n => MeasuredClient.Find(n) is not null) ? [.. MeasuredClient.All.Where(c => c == MeasuredClient.Floor || chosen.Contains(c.Name))] : null;
    }
}

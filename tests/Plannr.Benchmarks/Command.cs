using System.Globalization;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks;

/// <summary>What is to be measured.</summary>
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
          updates         one update of a connection, by our clients and by their peers
          list            a list of 1,000 connections, likewise
          throughput      as many updates as possible: in memory, and over loopback one and 64 at once, likewise
          slow-bodies     1,000 calls at once whose answers take 0.9 seconds to arrive
          soak            100,000 calls, none of them lost, and nothing left behind
          --quick         less of it, to see whether it works
          --clients       some clients instead of all, beside the floor, with updates, list or throughput:
                          generated, client, nswag, kiota, refit, restsharp, flurl
          --calls         another number of calls, with slow-bodies or soak
          --write-readme  writes the tables and the charts into the README beside the program
        Without a suite, all of them.
        tests/benchmark.sh loop NAME update|list SECONDS
          calls an API in memory with one client over and over, in this process: for a profiler, or a first impression
        """;

    private static readonly string[] All = [Updates, List, Throughput, SlowBodies, Soak];

    /// <returns>The command; null if there is no such command.</returns>
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

    // A number of calls belongs to one suite; figures of a short run, or of some clients, are none.
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

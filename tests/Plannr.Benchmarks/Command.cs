using System.Globalization;

namespace Plannr.Benchmarks;

/// <summary>What is to be measured.</summary>
internal sealed record Command(string[] Suites, bool IsQuick, bool WritesReadme, int? Calls)
{
    public const string Updates = "updates";
    public const string SlowBodies = "slow-bodies";
    public const string Soak = "soak";

    public const string Usage = """
        tests/benchmark.sh [updates | slow-bodies | soak] [--quick] [--calls NUMBER] [--write-readme]
          updates         one update of a connection, by our clients and by their peers
          slow-bodies     200 calls at once whose answers take 0.9 seconds to arrive
          soak            100,000 calls, none of them lost, and nothing left behind
          --quick         less of it, to see whether it works
          --calls         another number of calls, with slow-bodies or soak
          --write-readme  writes the tables into the README beside the program
        Without a suite, all three.
        """;

    /// <returns>The command; null if there is no such command.</returns>
    public static Command? Parse(string[] arguments)
    {
        var command = new Command([Updates, SlowBodies, Soak], IsQuick: false, WritesReadme: false, Calls: null);
        for (var rest = arguments; rest.Length > 0;)
        {
            switch (rest)
            {
                case [Updates or SlowBodies or Soak, ..] when command.Suites.Length > 1:
                    (command, rest) = (command with { Suites = [rest[0]] }, rest[1..]);
                    break;
                case ["--quick", ..]:
                    (command, rest) = (command with { IsQuick = true }, rest[1..]);
                    break;
                case ["--write-readme", ..]:
                    (command, rest) = (command with { WritesReadme = true }, rest[1..]);
                    break;
                case ["--calls", var number, ..] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var calls) && calls > 0:
                    (command, rest) = (command with { Calls = calls }, rest[2..]);
                    break;
                default:
                    return null;
            }
        }

        // A number of calls belongs to one suite; figures of a short run are none.
        return command is { Calls: null } or { Suites: [SlowBodies or Soak] } && !(command is { IsQuick: true, WritesReadme: true }) ? command : null;
    }
}

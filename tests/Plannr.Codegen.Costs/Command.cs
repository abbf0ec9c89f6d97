namespace Plannr.Codegen.Costs;

/// <summary>What to measure.</summary>
/// <param name="Suites">The suites.</param>
/// <param name="IsQuick">Whether to run fewer measurements, to check that they work.</param>
/// <param name="WritesReadme">Whether to write the tables to the README.</param>
/// <param name="LargeContracts">The paths of the contracts for <see cref="Large"/>.</param>
internal sealed record Command(string[] Suites, bool IsQuick, bool WritesReadme, string[] LargeContracts)
{
    public const string Step = "step";
    public const string NoOp = "no-op";
    public const string Scale = "scale";
    public const string Large = "large";

    public const string Usage = """
        build/measure-costs.sh [step | no-op | scale] [--quick] [--write-readme]
        build/measure-costs.sh large CONTRACT...
          step            measures a build after a change of openapi/plannr.yaml
          no-op           measures a build without changes
          scale           measures contracts of 1 to 1,000 operations, with our templates and with NSwag's own templates
          large           measures the given contracts, with our templates, with NSwag's own templates, and with Kiota
          --quick         runs fewer measurements once each, to check that they work
          --write-readme  writes the tables and the chart to tests/Plannr.Codegen.Costs/README.md
        Without a suite, runs step, no-op and scale.
        """;

    private static readonly string[] All = [Step, NoOp, Scale];

    /// <returns>The command; null if the arguments are invalid.</returns>
    public static Command? Parse(string[] arguments)
    {
        if (arguments is [Large, _, ..])
        {
            return new Command([Large], IsQuick: false, WritesReadme: false, arguments[1..]);
        }

        string[] suites = [.. arguments.Where(All.Contains)];
        var (isQuick, writesReadme) = (arguments.Contains("--quick"), arguments.Contains("--write-readme"));
        // The figures of a quick run are meaningless.
        return arguments.Length == suites.Length + (isQuick ? 1 : 0) + (writesReadme ? 1 : 0) && !(isQuick && writesReadme)
            ? new Command(suites.Length == 0 ? All : suites, isQuick, writesReadme, [])
            : null;
    }
}

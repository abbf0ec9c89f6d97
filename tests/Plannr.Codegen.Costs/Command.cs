namespace Plannr.Codegen.Costs;

/// <summary>What is to be measured.</summary>
/// <param name="Suites">The suites.</param>
/// <param name="IsQuick">Whether less is measured, to see whether it works.</param>
/// <param name="WritesReadme">Whether the README receives the tables.</param>
/// <param name="LargeContracts">The files of the contracts of <see cref="Large"/>.</param>
internal sealed record Command(string[] Suites, bool IsQuick, bool WritesReadme, string[] LargeContracts)
{
    public const string Step = "step";
    public const string NoOp = "no-op";
    public const string Scale = "scale";
    public const string Large = "large";

    public const string Usage = """
        build/measure-costs.sh [step | no-op | scale] [--quick] [--write-readme]
        build/measure-costs.sh large CONTRACT...
          step            a change of the product's contract
          no-op           a build in which nothing has changed
          scale           contracts of 1 to 1,000 operations, with our templates and with NSwag's own
          large           contracts of the given files, with our templates, with NSwag's own, and with Kiota
          --quick         less of it, to see whether it works
          --write-readme  writes the tables and the chart into tests/Plannr.Codegen.Costs/README.md
        Without a suite, the first three.
        """;

    private static readonly string[] All = [Step, NoOp, Scale];

    /// <returns>The command; null if there is no such command.</returns>
    public static Command? Parse(string[] arguments)
    {
        if (arguments is [Large, _, ..])
        {
            return new Command([Large], IsQuick: false, WritesReadme: false, arguments[1..]);
        }

        string[] suites = [.. arguments.Where(All.Contains)];
        var (isQuick, writesReadme) = (arguments.Contains("--quick"), arguments.Contains("--write-readme"));
        // Figures of a short run are none.
        return arguments.Length == suites.Length + (isQuick ? 1 : 0) + (writesReadme ? 1 : 0) && !(isQuick && writesReadme)
            ? new Command(suites.Length == 0 ? All : suites, isQuick, writesReadme, [])
            : null;
    }
}

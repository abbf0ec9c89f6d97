using Plannr.Codegen.Costs;

var (runs, pairs, sizes) = args switch
{
    [] => (5, 15, new[] { 1, 10, 100, 1000 }),
    ["--quick"] => (1, 1, [1, 10, 50, 100]),
    ["--no-op"] => (5, 15, []),
    _ => (0, 0, []),
};
if (runs == 0)
{
    Console.Error.WriteLine("""
        measure-costs.sh [--quick | --no-op]
          Measures what the build step costs, and prints Markdown. With --quick, once each and less: to see whether it works.
          With --no-op, only builds in which nothing has changed.
        """);
    return 2;
}

using var tree = new BuildTree();
string[] tables = sizes.Length == 0
    ? [await NoOpBuildCosts.MeasureAsync(tree, pairs)]
    :
    [
        await StepCosts.MeasureAsync(tree, runs),
        await NoOpBuildCosts.MeasureAsync(tree, pairs),
        await ScaleCosts.MeasureAsync(tree, sizes, runs),
    ];
Console.WriteLine($"""
    Measured by `build/measure-costs.sh` on {Environment.ProcessorCount} cores with the .NET SDK {BuildTree.Metadata("SdkVersion")} and NSwag {BuildTree.Metadata("NSwagVersion")}, on {(OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux")}.

    {string.Join('\n', tables)}
    """.TrimEnd());
return 0;

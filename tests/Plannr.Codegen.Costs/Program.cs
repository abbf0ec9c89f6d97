using Plannr.Codegen.Costs;

if (Command.Parse(args) is not { } command)
{
    Console.Error.WriteLine(Command.Usage);
    return 2;
}

var (runs, pairs) = command.IsQuick ? (1, 1) : (5, 15);
using var tree = new BuildTree();
foreach (var suite in command.Suites)
{
    var section = suite switch
    {
        Command.Step => await StepCosts.MeasureAsync(tree, runs),
        Command.Large => await LargeCosts.MeasureAsync(tree, command.LargeContracts),
        Command.NoOp => await NoOpBuildCosts.MeasureAsync(tree, pairs),
        _ => await ScaleCosts.MeasureAsync(tree, command.IsQuick ? [1, 10, 50, 100] : [1, 10, 100, 1000], runs),
    };
    Console.WriteLine($"{section.Markdown}\n");
    if (command.WritesReadme)
    {
        Readme.Write(Path.Combine(BuildTree.Metadata("RepositoryRoot"), "tests", "Plannr.Codegen.Costs"), section);
    }
    else
    {
        section.WriteCharts(Path.Combine(AppContext.BaseDirectory, "results"));
    }
}

return 0;

namespace Plannr.Codegen.Costs;

/// <summary>Measures the gate and NSwag for the product's contract.</summary>
internal static class StepCosts
{
    private const double GoalSeconds = 2.0;

    public static async Task<Section> MeasureAsync(BuildTree tree, int runs)
    {
        await tree.RunAsync("build", BuildTree.Generated, "-nodeReuse:false");
        var measured = new List<BuildTimes>();
        for (var run = 1; run <= runs; run++)
        {
            Console.Error.WriteLine($"Build step after a change of the contract: run {run} of {runs}");
            tree.Touch(BuildTree.Contract);
            measured.Add(await tree.MeasureAsync("msbuild", BuildTree.Generated, "-t:CompileOpenApiContracts", "-p:TargetFramework=net10.0", "-nodeReuse:false"));
        }

        var sum = measured.Select(m => m.Gate + m.Generator).ToArray();
        return new Section(Command.Step, $"""
            ### A change of `{BuildTree.Contract}`

            {Machine.Line}

            | | median of {runs} runs | quartiles |
            | --- | ---: | ---: |
            {Row("spec gate", measured.Select(m => m.Gate))}
            {Row("NSwag with our templates", measured.Select(m => m.Generator))}
            {Row("total", sum)}

            The goal is a total of at most {GoalSeconds:0.0} s: {(sum.Median() <= GoalSeconds ? "met" : "**missed**")}. Both programs run once for all target frameworks.
            """, []);
    }

    private static string Row(string name, IEnumerable<TimeSpan> times)
    {
        var all = times.Select(t => t.TotalSeconds).ToArray();
        var (low, high) = all.Quartiles();
        return $"| {name} | {all.Median():0.00} s | {low:0.00} to {high:0.00} s |";
    }
}

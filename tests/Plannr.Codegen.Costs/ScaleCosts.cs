namespace Plannr.Codegen.Costs;

/// <summary>Measures how the costs grow with the contract, with our templates and with NSwag's own templates.</summary>
internal static class ScaleCosts
{
    public static async Task<Section> MeasureAsync(BuildTree tree, int[] sizes, int runs)
    {
        var projects = new GeneratorProjects(tree);
        var ours = new List<CodegenCosts>();
        var stock = new List<CodegenCosts>();
        foreach (var size in sizes)
        {
            ours.Add(await MeasureAsync(Generator.Ours, size));
            stock.Add(await MeasureAsync(Generator.Stock, size));
        }

        return new ScaleReport(ours, stock, runs, RuntimeLines(tree)).Section;

        Task<CodegenCosts> MeasureAsync(Generator generator, int size)
            => projects.MeasureAsync(generator, $"{size}-operations", SyntheticContract.Yaml(size), ".yaml", size, runs);
    }

    private static int RuntimeLines(BuildTree tree)
        => Directory.GetFiles(tree["src/Plannr.Runtime"], "*.cs", SearchOption.AllDirectories)
            .Where(f => !Path.GetRelativePath(tree["src/Plannr.Runtime"], f).Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj"))
            .Sum(f => File.ReadLines(f).Count(l => l.Trim().Length > 0));
}

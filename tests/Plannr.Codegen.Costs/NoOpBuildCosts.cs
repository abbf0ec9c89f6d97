using System.Xml.Linq;

namespace Plannr.Codegen.Costs;

/// <summary>Compares builds without changes: with the build step, and with the generated code as a source file.</summary>
internal static class NoOpBuildCosts
{
    private const double GoalRatio = 1.03;

    public static async Task<Section> MeasureAsync(BuildTree tree, int pairs)
    {
        await tree.RunAsync("build", BuildTree.Generated, "-nodeReuse:false");
        using var treeWithout = new BuildTree();
        RemoveStep(treeWithout, tree.GeneratedCode("src/Plannr.Generated/obj/Debug"));
        await treeWithout.RunAsync("build", BuildTree.Generated, "-nodeReuse:false");
        var rows = new List<string>();
        var ratios = new List<double>();
        foreach (var options in new string[][] { [], ["--no-restore"] })
        {
            string[] build = ["build", BuildTree.Generated, "-nodeReuse:false", .. options];
            var command = $"dotnet {string.Join(' ', ["build", .. options])}";
            var (with, without) = (new List<TimeSpan>(), new List<TimeSpan>());
            for (var pair = 1; pair <= pairs; pair++)
            {
                Console.Error.WriteLine($"{command} without changes: pair {pair} of {pairs}");
                with.Add(await tree.RunAsync(build));
                without.Add(await treeWithout.RunAsync(build));
            }

            ratios.Add(with.Median() / without.Median());
            rows.Add($"| `{command}` | {with.Median():0.00} s | {without.Median():0.00} s | {ratios[^1] - 1:+0.0 %;-0.0 %} |");
        }

        return new Section(Command.NoOp, $"""
            ### A build of `src/Plannr.Generated` without changes

            {Machine.Line}

            | | with the step | without the step | difference |
            | --- | ---: | ---: | ---: |
            {string.Join('\n', rows)}

            Medians of {pairs} alternating builds each, for both target frameworks. "Without the step" is the same project without the
            import, with the generated code as a source file. The goal is a difference of at most {GoalRatio - 1:0 %}: {Verdict(ratios[0])} with restore,
            {Verdict(ratios[1])} with `--no-restore`.
            """, []);
    }

    private static string Verdict(double ratio) => ratio <= GoalRatio ? "met" : "**missed**";

    private static void RemoveStep(BuildTree tree, string generatedCode)
    {
        tree.Write("src/Plannr.Generated/plannr.g.cs", generatedCode);
        var project = XDocument.Load(tree[BuildTree.Generated]);
        project.Descendants("OpenApiContract").Remove();
        project.Descendants("Import").Single(i => i.Attribute("Project")!.Value.EndsWith("Plannr.Codegen.targets", StringComparison.Ordinal)).Remove();
        tree.Write(BuildTree.Generated, project.ToString());
    }
}

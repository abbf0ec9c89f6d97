namespace Plannr.Codegen.Costs;

/// <summary>The costs of contracts of several sizes, with our templates and with those that NSwag comes with, as tables and as chart.</summary>
internal sealed class ScaleReport(IReadOnlyList<CodegenCosts> ours, IReadOnlyList<CodegenCosts> stock, int runs, int runtimeLines)
{
    private const double GoalShareOfLines = 1.0 / 3;

    private readonly (string Templates, CodegenCosts Costs)[] _rows = [.. ours.Zip(stock).SelectMany(pair => new[] { ("ours", pair.First), ("stock", pair.Second) })];

    public Section Section
    {
        get
        {
            var share = ours[^1].Lines.Operations / (double)stock[^1].Lines.Operations;
            return new Section(
                Command.Scale,
                $"""
                ### Contracts of {string.Join(", ", ours.Select(o => $"{o.Operations:N0}"))} operations

                Synthetic contracts: resources of eight properties with up to five operations each, a UUID in the path, JSON in both
                directions, three documented errors and a default. "Stock" is NSwag with the same options, its own templates, and its
                own exception classes. {Machine.Line} Medians of {runs} runs.

                | operations | templates | gate | NSwag | compiler | lines | lines of operations | assembly |
                | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                {Rows(c => [Seconds(c.Gate), Seconds(c.Generator), Seconds(c.Compiler), $"{c.Lines.Total:N0}", $"{c.Lines.Operations:N0}", Kibibytes(c.Assembly.Bytes)])}

                Lines are those that are not blank. Lines of operations are those of the client classes and their interfaces,
                documentation included. The compiler is a process of its own, without a compiler server. Our assemblies use the
                assembly `Plannr.Runtime`, which is {runtimeLines:N0} lines written by hand, once.

                Ours has {share:0 %} of stock's lines of operations; the goal is at most a third: {(share <= GoalShareOfLines ? "met" : "**missed**")}.

                The memory that each of the programs had at most, by its own account at its end, in a run more:

                | operations | templates | gate | NSwag | compiler |
                | ---: | --- | ---: | ---: | ---: |
                {Rows(c => [Mebibytes(c.Programs.Gate?.PeakBytes), Mebibytes(c.Programs.Generator.PeakBytes), Mebibytes(c.Programs.Compiler.PeakBytes)])}

                {Chart.Markdown}

                {Growth()}
                """,
                [Chart]);
        }
    }

    private Chart Chart
        => new(
            "codegen-scale",
            "From a contract to an assembly, by operations and templates: less is better",
            [.. _rows.Select(r => new ChartRow($"{r.Costs.Operations:N0} {r.Templates}", r.Templates == "ours" ? BarKind.Ours : BarKind.Other, StartsGroup: r.Templates == "ours"))],
            [
                Panel("Gate and NSwag", c => c.Generation, c => Seconds(c.Generation)),
                Panel("Compiler", c => c.Compiler, c => Seconds(c.Compiler)),
                Panel("Lines", c => c.Lines.Total, c => $"{c.Lines.Total:N0}"),
                Panel("Assembly", c => c.Assembly.Bytes, c => Kibibytes(c.Assembly.Bytes)),
                Panel("Most memory", c => c.MostBytes, c => Mebibytes(c.MostBytes)),
            ]);

    private static string Seconds(double? seconds) => $"{seconds:0.00 s}";

    private static string Kibibytes(long bytes) => $"{bytes / 1024.0:N0} KiB";

    private static string Mebibytes(long? bytes) => bytes is null ? "" : $"{bytes / 1024.0 / 1024.0:N0} MiB";

    private static double PerOperation(Func<CodegenCosts, double> time, CodegenCosts fewer, CodegenCosts more)
        => (time(more) - time(fewer)) / (more.Operations - fewer.Operations) * 1000;

    private ChartPanel Panel(string title, Func<CodegenCosts, double> value, Func<CodegenCosts, string> text)
        => new(title, [.. _rows.Select(r => new Bar(value(r.Costs), text(r.Costs)))]);

    private string Rows(Func<CodegenCosts, string[]> cells)
        => string.Join('\n', _rows.Select(r => $"| {r.Costs.Operations:N0} | {r.Templates} | {string.Join(" | ", cells(r.Costs))} |"));

    private string Growth()
    {
        var (small, middle, large) = (ours[0], ours[^2], ours[^1]);
        var times = new (string Name, Func<CodegenCosts, double> Of)[] { ("gate", c => c.Gate!.Value), ("NSwag", c => c.Generator), ("compiler", c => c.Compiler) };
        var linear = large.Operations / (double)middle.Operations;
        var growth = times.Select(t => (t.Name, Factor: t.Of(large) / t.Of(middle))).ToArray();
        return $"""
            From {middle.Operations:N0} to {large.Operations:N0} operations the times grow by {string.Join(", ", growth.Select(g => $"{g.Factor:0.0} ({g.Name})"))}; linear is {linear:0.0}. The goal
            is no faster than linear: {(growth.All(g => g.Factor <= linear) ? "met" : "**missed**")}. An operation more costs, up to {middle.Operations:N0} operations and beyond:
            {string.Join(", ", times.Select(t => $"{t.Name} {PerOperation(t.Of, small, middle):0.0} ms and {PerOperation(t.Of, middle, large):0.0} ms"))}.
            """;
    }
}

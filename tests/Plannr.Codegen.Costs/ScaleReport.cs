namespace Plannr.Codegen.Costs;

/// <summary>The costs of contracts of several sizes, with our templates and with NSwag's own templates, as tables and a chart.</summary>
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

                Synthetic contracts. Each resource has eight properties and up to five operations, with a UUID in the path, JSON in both
                directions, three documented errors and a default. "Stock" is NSwag with the same options, its own templates, and its
                own exception classes. {Machine.Line} Medians of {runs} runs.

                | operations | templates | gate | NSwag | compiler | lines | lines of operations | assembly |
                | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |
                {Rows(c => [Seconds(c.Gate), Seconds(c.Generator), Seconds(c.Compiler), $"{c.Lines.Total:N0}", $"{c.Lines.Operations:N0}", Kibibytes(c.Assembly.Bytes)])}

                Blank lines are not counted. Lines of operations are the lines of the client classes and their interfaces, including
                documentation. The compiler runs in a separate process, without a compiler server. Our assemblies reference the
                assembly `Plannr.Runtime`, which has {runtimeLines:N0} handwritten lines.

                Ours has {share:0 %} of the lines of operations of stock. The goal is at most a third: {(share <= GoalShareOfLines ? "met" : "**missed**")}.

                The peak memory of each program, measured in one more run:

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
            "Costs of code generation by operations and templates (lower is better)",
            [.. _rows.Select(r => new ChartRow($"{r.Costs.Operations:N0} {r.Templates}", r.Templates == "ours" ? BarKind.Ours : BarKind.Other, StartsGroup: r.Templates == "ours"))],
            [
                Panel("Gate and NSwag", c => c.Generation, c => Seconds(c.Generation)),
                Panel("Compiler", c => c.Compiler, c => Seconds(c.Compiler)),
                Panel("Lines", c => c.Lines.Total, c => $"{c.Lines.Total:N0}"),
                Panel("Assembly", c => c.Assembly.Bytes, c => Kibibytes(c.Assembly.Bytes)),
                Panel("Peak memory", c => c.PeakBytes, c => Mebibytes(c.PeakBytes)),
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
            From {middle.Operations:N0} to {large.Operations:N0} operations, the times grow by these factors: {string.Join(", ", growth.Select(g => $"{g.Factor:0.0} ({g.Name})"))}. Linear growth is {linear:0.0}. The goal
            is at most linear growth: {(growth.All(g => g.Factor <= linear) ? "met" : "**missed**")}. Each additional operation, up to {middle.Operations:N0} operations and above, takes
            {string.Join(", ", times.Select(t => $"{PerOperation(t.Of, small, middle):0.0} ms and {PerOperation(t.Of, middle, large):0.0} ms ({t.Name})"))}.
            """;
    }
}

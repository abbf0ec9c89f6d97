using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Throughput;

/// <summary>The throughput of all clients, as many calls at once, as table and as chart.</summary>
internal sealed class ThroughputTable(int atOnce, IReadOnlyList<ThroughputFigures> figures)
{
    private const double RatioGoal = 0.97;

    private readonly ThroughputFigures _floor = figures.Single(f => f.Client == MeasuredClient.Floor);

    public Chart Chart
        => new(
            $"throughput-{atOnce}",
            $"Updates over loopback to Kestrel, {AtOnce}",
            [.. figures.Select(f => f.Client.Row)],
            [
                new ChartPanel("Calls a second, to the floor: more is better", [.. figures.Select(f => f.To(_floor).Median()).Select(r => new Bar(r, $"{r:0.000}"))], new Bar(RatioGoal, $"goal {RatioGoal:0.00}")),
                new ChartPanel("p99: less is better", [.. figures.Select(f => new Bar(f.Latency.P99, $"{f.Latency.P99:N0} µs"))]),
            ]);

    public string Markdown
        => $"""
            ### {char.ToUpperInvariant(AtOnce[0])}{AtOnce[1..]}

            {Table.Of(["client", "calls a second", "to the floor", "middle half", "p50", "p99", "processor time of the client"], figures.Select(Cells))}

            {Chart.Markdown}
            {GoalLine()}
            """.TrimEnd();

    private string AtOnce => atOnce == 1 ? "one call at a time" : $"{atOnce} calls at once";

    private string[] Cells(ThroughputFigures figures)
    {
        var (low, high) = figures.To(_floor).MiddleHalf();
        return
        [
            figures.Client.Title,
            $"{figures.CallsPerSecond:N0}",
            $"{figures.To(_floor).Median():0.000}",
            $"{low:0.000} to {high:0.000}",
            $"{figures.Latency.P50:N0} µs",
            $"{figures.Latency.P99:N0} µs",
            $"{figures.ProcessorMicrosecondsPerCall:0.0} µs",
        ];
    }

    private string GoalLine()
        => figures.FirstOrDefault(f => f.Client == MeasuredClient.Generated) is { } generated
            ? $"\nThe goal for Plannr.Generated: calls a second to the floor {Goal.AtLeast(RatioGoal, generated.To(_floor).Median())}."
            : "";
}

using Plannr.Benchmarks.Calls;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Throughput;

/// <summary>The throughput of all clients on one wire with a number of parallel calls, as a table and a chart.</summary>
internal sealed class ThroughputTable(Wire wire, int parallelCalls, IReadOnlyList<ThroughputFigures> figures)
{
    private const double TimeGoal = 1.15;

    // Over loopback, the server takes most of the time.
    private readonly double _ratioGoal = wire == Wire.InMemory ? 1 / TimeGoal : 0.97;

    private readonly ThroughputFigures _floor = figures.Single(f => f.Client == MeasuredClient.Floor);

    public Chart Chart
        => new(
            wire == Wire.InMemory ? "throughput-in-memory" : $"throughput-{parallelCalls}",
            $"Updates {(wire == Wire.InMemory ? "in memory" : "over loopback to Kestrel")}, {Parallelism}",
            [.. figures.Select(f => f.Client.Row)],
            [
                new ChartPanel("Calls per second / floor (higher is better)", [.. figures.Select(f => f.To(_floor).Median()).Select(r => new Bar(r, $"{r:0.000}"))], new Bar(_ratioGoal, $"goal {_ratioGoal:0.00}")),
                new ChartPanel("p99 (lower is better)", [.. figures.Select(f => new Bar(f.Latency.P99, $"{f.Latency.P99:N0} µs"))]),
            ]);

    public string Markdown
        => $"""
            ### {(wire == Wire.InMemory ? "In memory" : "Over loopback to Kestrel")}, {Parallelism}

            {Table.Of(["client", "calls per second", "calls / floor", "quartiles", "p50", "p99", "processor time per call"], figures.Select(Cells))}

            {Chart.Markdown}
            {GoalLine()}
            """.TrimEnd();

    private string Parallelism => parallelCalls == 1 ? "one call at a time" : $"{parallelCalls} parallel calls";

    private string[] Cells(ThroughputFigures figures)
    {
        var (low, high) = figures.To(_floor).Quartiles();
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
    {
        if (figures.FirstOrDefault(f => f.Client == MeasuredClient.Generated) is not { } generated)
        {
            return "";
        }

        if (wire == Wire.Loopback)
        {
            return $"\nGoal for Plannr.Generated: calls / floor {Goal.AtLeast(_ratioGoal, generated.To(_floor).Median())}.";
        }

        var goal = $"\nGoal for Plannr.Generated: time / floor {Goal.AtMost(TimeGoal, _floor.To(generated).Median())}";
        return figures.FirstOrDefault(f => f.Client == MeasuredClient.Whole) is { } whole
            ? $"{goal}.\nGoal for Plannr.Client: time / Plannr.Generated {Goal.AtMost(TimeGoal, generated.To(whole).Median())}."
            : goal + ".";
    }
}

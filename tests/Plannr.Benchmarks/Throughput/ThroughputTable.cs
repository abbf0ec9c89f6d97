using Plannr.Benchmarks.Calls;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Throughput;

/// <summary>The throughput of all clients on one wire, with a number of calls at once, as a table and as a chart.</summary>
internal sealed class ThroughputTable(Wire wire, int atOnce, IReadOnlyList<ThroughputFigures> figures)
{
    private const double TimeGoal = 1.15;

    // Over loopback, most of the time is the server's.
    private readonly double _ratioGoal = wire == Wire.InMemory ? 1 / TimeGoal : 0.97;

    private readonly ThroughputFigures _floor = figures.Single(f => f.Client == MeasuredClient.Floor);

    public Chart Chart
        => new(
            wire == Wire.InMemory ? "throughput-in-memory" : $"throughput-{atOnce}",
            $"Updates {(wire == Wire.InMemory ? "in memory" : "over loopback to Kestrel")}, {AtOnce}",
            [.. figures.Select(f => f.Client.Row)],
            [
                new ChartPanel("Calls a second, to the floor: more is better", [.. figures.Select(f => f.To(_floor).Median()).Select(r => new Bar(r, $"{r:0.000}"))], new Bar(_ratioGoal, $"goal {_ratioGoal:0.00}")),
                new ChartPanel("p99: less is better", [.. figures.Select(f => new Bar(f.Latency.P99, $"{f.Latency.P99:N0} µs"))]),
            ]);

    public string Markdown
        => $"""
            ### {(wire == Wire.InMemory ? "In memory" : "Over loopback to Kestrel")}, {AtOnce}

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
    {
        if (figures.FirstOrDefault(f => f.Client == MeasuredClient.Generated) is not { } generated)
        {
            return "";
        }

        if (wire == Wire.Loopback)
        {
            return $"\nThe goal for Plannr.Generated: calls a second to the floor {Goal.AtLeast(_ratioGoal, generated.To(_floor).Median())}.";
        }

        var goal = $"\nThe goal for Plannr.Generated: time to the floor {Goal.AtMost(TimeGoal, _floor.To(generated).Median())}";
        return figures.FirstOrDefault(f => f.Client == MeasuredClient.Whole) is { } whole
            ? $"{goal}.\nThe goal for Plannr.Client: time to Plannr.Generated {Goal.AtMost(TimeGoal, generated.To(whole).Median())}."
            : goal + ".";
    }
}

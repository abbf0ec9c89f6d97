using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Calls;

/// <summary>One kind of call on one wire, by all clients, as table and as chart.</summary>
internal sealed class CallTable(string suite, Wire wire, IReadOnlyList<CallFigures> figures)
{

    private readonly CallFigures _floor = figures.Single(f => f.Client == MeasuredClient.Floor);

    // Goals are set for what a client does by itself. The time of an update is judged where clients take turns: the throughput
    // in memory.
    private readonly (double? Time, double Memory, double ClientMemory)? _goals = (suite, wire) switch
    {
        (Command.Updates, Wire.InMemory) => (null, 1.10, 1.10),
        (Command.List, Wire.InMemory) => (1.5, 1.5, 1.25),
        _ => null,
    };

    public Chart Chart
        => new(
            suite == Command.List ? "list" : wire == Wire.InMemory ? "update-in-memory" : "update-over-loopback",
            $"{(suite == Command.List ? "A list of 1,000 connections" : "An update of a connection")}, {(wire == Wire.InMemory ? "in memory" : "over loopback to Kestrel")}: less is better",
            [.. figures.Select(f => f.Client.Row)],
            [
                new ChartPanel("Time, to the floor", [.. figures.Select(f => new Bar(TimeRatio(f), $"{TimeRatio(f):0.00}"))], GoalBar(_goals?.Time)),
                new ChartPanel("Allocated memory, to the floor", [.. figures.Select(f => new Bar(MemoryRatio(f), $"{MemoryRatio(f):0.00}"))], GoalBar(_goals?.Memory)),
            ]);

    public string Markdown
        => $"""
            ### {(wire == Wire.InMemory ? "In memory" : "Over loopback to Kestrel")}

            {Table.Of(["client", "time", "to the floor", "middle half", "allocated", "to the floor"], figures.Select(Cells))}

            {Chart.Markdown}
            {GoalLine()}
            """.TrimEnd();

    private static Bar? GoalBar(double? goal) => goal is { } value ? new Bar(value, $"goal {value:0.00}") : null;

    private double TimeRatio(CallFigures figures) => figures.Nanoseconds / _floor.Nanoseconds;

    private double MemoryRatio(CallFigures figures) => figures.Bytes / (double)_floor.Bytes;

    private string[] Cells(CallFigures figures) =>
    [
        figures.Client.Title,
        $"{Microseconds(figures.Nanoseconds)} µs",
        $"{TimeRatio(figures):0.00}",
        $"{Microseconds(figures.Quarter)} to {Microseconds(figures.ThreeQuarters)} µs",
        $"{figures.Bytes:N0} B",
        $"{MemoryRatio(figures):0.00}",
    ];

    private string GoalLine()
    {
        if (_goals is not var (time, memory, clientMemory)
            || figures.FirstOrDefault(f => f.Client == MeasuredClient.Generated) is not { } generated
            || figures.FirstOrDefault(f => f.Client == MeasuredClient.Whole) is not { } whole)
        {
            return "";
        }

        var peers = figures.Where(f => f.Client != MeasuredClient.Floor && !f.Client.IsOurs && (suite == Command.Updates || f.Client.BuffersStrings)).ToArray();
        var whom = suite == Command.Updates ? "every peer" : $"those that buffer strings, {string.Join(", ", peers.Select(p => p.Client.ShortTitle))}";
        return $"""

            The goals for Plannr.Generated: {(time is { } goal ? $"time to the floor {Goal.AtMost(goal, TimeRatio(generated))}, " : "")}memory to the floor {Goal.AtMost(memory, MemoryRatio(generated))};
            {Goal.LessThan("time", generated.Nanoseconds, whom, peers.Select(p => (p.Client.ShortTitle, p.Nanoseconds)))},
            {Goal.LessThan("memory", generated.Bytes, whom, peers.Select(p => (p.Client.ShortTitle, (double)p.Bytes)))}. For Plannr.Client, to Plannr.Generated:
            memory {Goal.AtMost(clientMemory, whole.Bytes / (double)generated.Bytes)}.
            """;
    }

    private static string Microseconds(double nanoseconds) => nanoseconds < 1_000_000 ? $"{nanoseconds / 1000:0.00}" : $"{nanoseconds / 1000:N0}";
}

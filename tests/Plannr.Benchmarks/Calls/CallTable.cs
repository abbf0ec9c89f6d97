using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Calls;

/// <summary>The figures of all clients for one kind of call on one wire, as a table and a chart.</summary>
internal sealed class CallTable(string suite, Wire wire, IReadOnlyList<CallFigures> figures)
{
    private readonly CallFigures _floor = figures.Single(f => f.Client == MeasuredClient.Floor);

    // There are goals only in memory, where the client alone is measured. The goal for the time of an update is part of the
    // throughput in memory, where the clients take turns.
    private readonly (double? Time, double Memory, double ClientMemory)? _goals = (suite, wire) switch
    {
        (Command.Updates, Wire.InMemory) => (null, 1.10, 1.10),
        (Command.List, Wire.InMemory) => (1.5, 1.5, 1.25),
        _ => null,
    };

    public Chart Chart
        => new(
            suite == Command.List ? "list" : wire == Wire.InMemory ? "update-in-memory" : "update-over-loopback",
            $"{(suite == Command.List ? "List of 1,000 connections" : "Update of a connection")}, {(wire == Wire.InMemory ? "in memory" : "over loopback to Kestrel")} (lower is better)",
            [.. figures.Select(f => f.Client.Row)],
            [
                new ChartPanel("Time / floor", [.. figures.Select(f => new Bar(TimeRatio(f), $"{TimeRatio(f):0.00}"))], GoalBar(_goals?.Time)),
                new ChartPanel("Allocated memory / floor", [.. figures.Select(f => new Bar(MemoryRatio(f), $"{MemoryRatio(f):0.00}"))], GoalBar(_goals?.Memory)),
            ]);

    public string Markdown
        => $"""
            ### {(wire == Wire.InMemory ? "In memory" : "Over loopback to Kestrel")}

            {Table.Of(["client", "time", "time / floor", "quartiles", "allocated", "allocated / floor"], figures.Select(Cells))}

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
        $"{Microseconds(figures.LowerQuartile)} to {Microseconds(figures.UpperQuartile)} µs",
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
        var whom = suite == Command.Updates ? "every peer" : $"the peers that buffer strings ({string.Join(", ", peers.Select(p => p.Client.ShortTitle))})";
        return $"""

            Goals for Plannr.Generated: {(time is { } goal ? $"time / floor {Goal.AtMost(goal, TimeRatio(generated))}, " : "")}allocated / floor {Goal.AtMost(memory, MemoryRatio(generated))},
            {Goal.LessThan("time", generated.Nanoseconds, whom, peers.Select(p => (p.Client.ShortTitle, p.Nanoseconds)))},
            {Goal.LessThan("memory", generated.Bytes, whom, peers.Select(p => (p.Client.ShortTitle, (double)p.Bytes)))}.
            Goal for Plannr.Client: allocated / Plannr.Generated {Goal.AtMost(clientMemory, whole.Bytes / (double)generated.Bytes)}.
            """;
    }

    private static string Microseconds(double nanoseconds) => nanoseconds < 1_000_000 ? $"{nanoseconds / 1000:0.00}" : $"{nanoseconds / 1000:N0}";
}

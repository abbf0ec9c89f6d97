using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using Perfolizer.Horology;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Updates;

/// <summary>
/// Runs <see cref="UpdateBenchmarks"/>, each client on each wire in processes of its own: what the JIT learns from one client
/// then neither helps nor hinders another, and what a process allocates is one client's.
/// </summary>
internal static class UpdateSuite
{
    // Twice, as a process keeps what luck it had with its memory.
    private static readonly Job Full = Job.Default
        .WithLaunchCount(2).WithWarmupCount(6).WithIterationCount(12).WithIterationTime(TimeInterval.FromMilliseconds(250));

    public static Section Run(bool isQuick)
    {
        // BenchmarkDotNet looks for the project below the folder it runs in, and builds it once more.
        Directory.SetCurrentDirectory(ThisProgram.ProjectFolder);
        var config = ManualConfig.CreateEmpty()
            .AddJob((isQuick ? Job.Dry : Full).WithId("updates"))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddValidator(JitOptimizationsValidator.FailOnError, ExecutionValidator.DontFailOnError)
            .WithBuildTimeout(TimeSpan.FromMinutes(10))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        var summary = BenchmarkRunner.Run<UpdateBenchmarks>(config);
        var isGood = !summary.HasCriticalValidationErrors && summary.Reports.Length == summary.BenchmarksCases.Length && summary.Reports.All(r => r.Success);
        return new Section(isGood ? Markdown(summary) : "Not every benchmark has run; what BenchmarkDotNet says is above.", isGood);
    }

    private static string Markdown(Summary summary)
        => $"""
            {Machine.Line()}

            {string.Join("\n\n", summary.Reports.GroupBy(r => (Wire)r.BenchmarkCase.Parameters[nameof(UpdateBenchmarks.Over)]).Select(Markdown))}
            """;

    private static string Markdown(IGrouping<Wire, BenchmarkReport> reports)
    {
        var floor = reports.Single(r => r.BenchmarkCase.Descriptor.Baseline);
        return $"""
            ### {(reports.Key == Wire.InMemory ? "In memory" : "Over loopback to Kestrel")}

            {Table.Of(["client", "time", "to the floor", "middle half", "allocated", "to the floor"], reports.Select(r => Row(r, floor)))}
            """;
    }

    private static string[] Row(BenchmarkReport report, BenchmarkReport floor)
    {
        var times = report.ResultStatistics!;
        return
        [
            Name(report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'')),
            $"{Microseconds(times.Median)} µs",
            $"{times.Median / floor.ResultStatistics!.Median:0.00}",
            $"{Microseconds(times.Q1)} to {Microseconds(times.Q3)} µs",
            $"{Allocated(report):N0} B",
            $"{Allocated(report) / (double)Allocated(floor):0.00}",
        ];
    }

    private static string Name(string description)
    {
        var package = description.Split(',')[0];
        return ThisProgram.VersionOf(package) is { } version ? $"{package} {version}{description[package.Length..]}" : description;
    }

    private static string Microseconds(double nanoseconds) => $"{nanoseconds / 1000:0.00}";

    private static long Allocated(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
}

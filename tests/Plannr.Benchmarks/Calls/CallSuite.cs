using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;
using Perfolizer.Horology;
using Plannr.Benchmarks.Peers;
using Plannr.Benchmarks.Report;

namespace Plannr.Benchmarks.Calls;

/// <summary>
/// Runs <see cref="CallBenchmarks"/>, with separate processes for each client and wire. The JIT then optimizes each client alone, and
/// all memory that a process allocates belongs to one client.
/// </summary>
internal static class CallSuite
{
    // Two processes, because the memory layout of a process affects all its measurements.
    private static readonly Job Full = Job.Default
        .WithLaunchCount(2).WithWarmupCount(6).WithIterationCount(12).WithIterationTime(TimeInterval.FromMilliseconds(250));

    /// <param name="suites">The suites to run: updates, list, or both.</param>
    /// <param name="clients">The clients.</param>
    /// <param name="isQuick">Whether to call only once, to check that the benchmarks work.</param>
    public static IEnumerable<Section> Run(IReadOnlyList<string> suites, IReadOnlyList<MeasuredClient> clients, bool isQuick)
    {
        // BenchmarkDotNet searches the current folder for the project, and builds it again.
        Directory.SetCurrentDirectory(ThisProgram.ProjectFolder);
        var config = ManualConfig.CreateEmpty()
            .AddJob((isQuick ? Job.Dry : Full).WithId("calls"))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddFilter(new SimpleFilter(b => suites.Contains(SuiteOf(b)) && clients.Contains(ClientOf(b)) && (WireOf(b) == Wire.InMemory || SuiteOf(b) == Command.Updates)))
            .AddValidator(JitOptimizationsValidator.FailOnError, ExecutionValidator.DontFailOnError)
            .WithBuildTimeout(TimeSpan.FromMinutes(10))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "results"));
        var summary = BenchmarkRunner.Run<CallBenchmarks>(config);
        var isGood = !summary.HasCriticalValidationErrors && summary.Reports.Length == summary.BenchmarksCases.Length && summary.Reports.All(r => r.Success);
        return suites.Select(suite => isGood
            ? Section(suite, summary)
            : new Section(suite, "Some benchmarks failed. See the output of BenchmarkDotNet above.", [], IsGood: false));
    }

    private static Section Section(string suite, Summary summary)
    {
        CallTable[] tables =
        [
            .. summary.Reports.Where(r => SuiteOf(r.BenchmarkCase) == suite).GroupBy(r => WireOf(r.BenchmarkCase))
                .Select(reports => new CallTable(suite, reports.Key, [.. reports.Select(Figures).OrderBy(f => MeasuredClient.All.IndexOf(f.Client))])),
        ];
        return new Section(suite, $"{Machine.Line()}\n\n{string.Join("\n\n", tables.Select(t => t.Markdown))}", [.. tables.Select(t => t.Chart)]);
    }

    private static CallFigures Figures(BenchmarkReport report)
    {
        var times = report.ResultStatistics!;
        return new CallFigures(ClientOf(report.BenchmarkCase), times.Median, times.Q1, times.Q3, report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0);
    }

    private static string SuiteOf(BenchmarkCase benchmark) => benchmark.Descriptor.WorkloadMethod.Name == nameof(CallBenchmarks.List) ? Command.List : Command.Updates;

    private static MeasuredClient ClientOf(BenchmarkCase benchmark) => MeasuredClient.Find((string)benchmark.Parameters[nameof(CallBenchmarks.Client)])!;

    private static Wire WireOf(BenchmarkCase benchmark) => (Wire)benchmark.Parameters[nameof(CallBenchmarks.Over)];
}

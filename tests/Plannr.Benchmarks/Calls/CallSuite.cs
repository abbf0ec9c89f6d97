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
/// Runs <see cref="CallBenchmarks"/>, each client on each wire in processes of its own: what the JIT learns from one client
/// then neither helps nor hinders another, and what a process allocates is one client's.
/// </summary>
internal static class CallSuite
{
    // Twice, as a process keeps what luck it had with its memory.
    private static readonly Job Full = Job.Default
        .WithLaunchCount(2).WithWarmupCount(6).WithIterationCount(12).WithIterationTime(TimeInterval.FromMilliseconds(250));

    /// <param name="suites">Updates, list, or both, which then are built once.</param>
    /// <param name="clients">The clients.</param>
    /// <param name="isQuick">Whether to call once only.</param>
    public static IEnumerable<Section> Run(IReadOnlyList<string> suites, IReadOnlyList<MeasuredClient> clients, bool isQuick)
    {
        // BenchmarkDotNet looks for the project below the folder it runs in, and builds it once more.
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
            : new Section(suite, "Not every benchmark has run; what BenchmarkDotNet says is above.", [], IsGood: false));
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

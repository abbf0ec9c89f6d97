namespace Plannr.Benchmarks.Throughput;

/// <summary>The latency of a client's calls in microseconds.</summary>
/// <param name="P50">The time that half of the calls did not exceed.</param>
/// <param name="P99">The time that 99 percent of the calls did not exceed.</param>
internal sealed record LatencyFigures(double P50, double P99);

namespace Plannr.Benchmarks.Throughput;

/// <summary>How long the calls of a client took, in microseconds.</summary>
/// <param name="P50">What half of them did not exceed.</param>
/// <param name="P99">What 99 of 100 did not exceed.</param>
internal sealed record LatencyFigures(double P50, double P99);

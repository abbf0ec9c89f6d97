using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Throughput;

/// <summary>The throughput of a client with a number of parallel calls.</summary>
/// <param name="Client">The client.</param>
/// <param name="Slices">The turn of each round.</param>
/// <param name="Latency">The latency of the calls of all rounds.</param>
internal sealed record ThroughputFigures(MeasuredClient Client, IReadOnlyList<Slice> Slices, LatencyFigures Latency)
{
    public double CallsPerSecond => Slices.Select(s => s.CallsPerSecond).Median();

    public double ProcessorMicrosecondsPerCall => Slices.Select(s => s.ProcessorMicrosecondsPerCall).Median();

    /// <returns>The ratio of the calls per second to those of another client in each round, in which both had the same load on the machine.</returns>
    public IEnumerable<double> To(ThroughputFigures other) => Slices.Zip(other.Slices, (ours, theirs) => ours.CallsPerSecond / theirs.CallsPerSecond);
}

using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Throughput;

/// <summary>What a client has done, as many calls at once as the table says.</summary>
/// <param name="Client">The client.</param>
/// <param name="Slices">What it did in each round.</param>
/// <param name="Latency">How long its calls took, of all rounds.</param>
internal sealed record ThroughputFigures(MeasuredClient Client, IReadOnlyList<Slice> Slices, LatencyFigures Latency)
{
    public double CallsPerSecond => Slices.Select(s => s.CallsPerSecond).Median();

    public double ProcessorMicrosecondsPerCall => Slices.Select(s => s.ProcessorMicrosecondsPerCall).Median();

    /// <returns>How many times the other's calls it has made in each round, in which both had the machine as it was then.</returns>
    public IEnumerable<double> To(ThroughputFigures other) => Slices.Zip(other.Slices, (ours, theirs) => ours.CallsPerSecond / theirs.CallsPerSecond);
}

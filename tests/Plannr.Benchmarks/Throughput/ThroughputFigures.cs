using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Throughput;

/// <summary>What a client has done, as many calls at once as the table says.</summary>
/// <param name="Client">The client.</param>
/// <param name="Slices">What it did in each round.</param>
/// <param name="Latency">How long its calls took, of all rounds.</param>
internal sealed record ThroughputFigures(MeasuredClient Client, IReadOnlyList<Slice> Slices, LatencyFigures Latency)
{
    public double CallsPerSecond => Median(Slices.Select(s => s.CallsPerSecond));

    public double ProcessorMicrosecondsPerCall => Median(Slices.Select(s => s.ProcessorMicrosecondsPerCall));

    /// <returns>How many times the other's calls it has made: the quarters and the median of the rounds, in each of which both had the machine as it was then.</returns>
    public (double Quarter, double Median, double ThreeQuarters) To(ThroughputFigures other)
    {
        var ratios = Slices.Zip(other.Slices, (ours, theirs) => ours.CallsPerSecond / theirs.CallsPerSecond).Order().ToArray();
        return (ratios[ratios.Length / 4], Median(ratios), ratios[ratios.Length - 1 - (ratios.Length / 4)]);
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

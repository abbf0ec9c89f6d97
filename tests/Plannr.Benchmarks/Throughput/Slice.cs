namespace Plannr.Benchmarks.Throughput;

/// <summary>What a client did in a short while.</summary>
/// <param name="Calls">The calls that came to their end.</param>
/// <param name="Seconds">How long it was.</param>
/// <param name="ProcessorSeconds">The time of processors that the client's process took.</param>
internal sealed record Slice(long Calls, double Seconds, double ProcessorSeconds)
{
    public double CallsPerSecond => Calls / Seconds;

    public double ProcessorMicrosecondsPerCall => ProcessorSeconds / Calls * 1_000_000;
}

namespace Plannr.Benchmarks.Throughput;

/// <summary>The calls of a client in one turn.</summary>
/// <param name="Calls">The number of completed calls.</param>
/// <param name="Seconds">The duration of the turn in seconds.</param>
/// <param name="ProcessorSeconds">The processor time of the client's process in seconds.</param>
internal sealed record Slice(long Calls, double Seconds, double ProcessorSeconds)
{
    public double CallsPerSecond => Calls / Seconds;

    public double ProcessorMicrosecondsPerCall => ProcessorSeconds / Calls * 1_000_000;
}

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>The time and the threads that it took to read slow bodies.</summary>
/// <param name="Seconds">The time in seconds from the start of the first call to the end of the last one.</param>
/// <param name="ThreadsBeyondMinimum">The maximum number of pool threads beyond the pool's minimum, up to which it creates threads immediately.</param>
/// <param name="MaxWaitMilliseconds">The longest time in milliseconds that other work of the process waited for a pool thread.</param>
internal sealed record SlowBodyReading(double Seconds, int ThreadsBeyondMinimum, double MaxWaitMilliseconds);

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>What it took to read slow bodies.</summary>
/// <param name="Seconds">From the first call to the end of the last.</param>
/// <param name="ThreadsBeyondMinimum">How many threads the pool had at most beyond its minimum, which it may have without asking.</param>
/// <param name="LongestWaitMilliseconds">The longest that other work of the process waited for a thread of the pool.</param>
internal sealed record SlowBodyReading(double Seconds, int ThreadsBeyondMinimum, double LongestWaitMilliseconds);

using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Calls;

/// <summary>What a call takes.</summary>
/// <param name="Client">The client that makes it.</param>
/// <param name="Nanoseconds">The median of its times.</param>
/// <param name="Quarter">The time that a quarter of the measurements is below.</param>
/// <param name="ThreeQuarters">The time that three quarters of the measurements are below.</param>
/// <param name="Bytes">What the process allocates for it.</param>
internal sealed record CallFigures(MeasuredClient Client, double Nanoseconds, double Quarter, double ThreeQuarters, long Bytes);

using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Calls;

/// <summary>The time and the memory of a call.</summary>
/// <param name="Client">The client.</param>
/// <param name="Nanoseconds">The median time in nanoseconds.</param>
/// <param name="LowerQuartile">The lower quartile of the times in nanoseconds.</param>
/// <param name="UpperQuartile">The upper quartile of the times in nanoseconds.</param>
/// <param name="Bytes">The allocated memory in bytes.</param>
internal sealed record CallFigures(MeasuredClient Client, double Nanoseconds, double LowerQuartile, double UpperQuartile, long Bytes);

using System.Diagnostics;

namespace Plannr.Benchmarks.Throughput;

/// <summary>The latency of each call, so that percentiles are exact.</summary>
internal sealed class Latencies
{
    private long[] _ticks = new long[1 << 20];
    private int _count = -1;

    /// <summary>Adds the latency of a call. This method is thread-safe.</summary>
    public void Add(long ticks)
    {
        // A call beyond the capacity is not recorded, because waiting would distort the measurement. MakeRoom adds enough capacity for a turn.
        var index = Interlocked.Increment(ref _count);
        if (index < _ticks.Length)
        {
            _ticks[index] = ticks;
        }
    }

    /// <summary>Makes room for more calls. No call may be running.</summary>
    public void MakeRoom()
    {
        if (_count > _ticks.Length / 2)
        {
            Array.Resize(ref _ticks, _ticks.Length * 2);
        }
    }

    /// <returns>The time in microseconds that this share of the calls did not exceed.</returns>
    public double Percentile(double share)
    {
        var sorted = _ticks.AsSpan(0, Math.Min(_count + 1, _ticks.Length)).ToArray();
        Array.Sort(sorted);
        return TimeSpan.FromSeconds(sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)] / (double)Stopwatch.Frequency).TotalMicroseconds;
    }
}

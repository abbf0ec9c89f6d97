using System.Diagnostics;

namespace Plannr.Benchmarks.Throughput;

/// <summary>How long calls took, each of them, so that a percentile is one of them.</summary>
internal sealed class Latencies
{
    private long[] _ticks = new long[1 << 20];
    private int _count = -1;

    /// <summary>Keeps one; from any thread.</summary>
    public void Add(long ticks)
    {
        // Beyond its room it is lost, which a run of the length that there is does not reach; it never waits.
        var index = Interlocked.Increment(ref _count);
        if (index < _ticks.Length)
        {
            _ticks[index] = ticks;
        }
    }

    /// <summary>Makes room for as many again. No call may be under way.</summary>
    public void MakeRoom()
    {
        if (_count > _ticks.Length / 2)
        {
            Array.Resize(ref _ticks, _ticks.Length * 2);
        }
    }

    /// <returns>The time that this share of the calls did not exceed, in microseconds.</returns>
    public double Percentile(double share)
    {
        var sorted = _ticks.AsSpan(0, Math.Min(_count + 1, _ticks.Length)).ToArray();
        Array.Sort(sorted);
        return TimeSpan.FromSeconds(sorted[Math.Max(0, (int)Math.Ceiling(sorted.Length * share) - 1)] / (double)Stopwatch.Frequency).TotalMicroseconds;
    }
}

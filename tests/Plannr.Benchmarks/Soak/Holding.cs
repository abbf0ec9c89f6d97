namespace Plannr.Benchmarks.Soak;

/// <summary>The resources that a process holds.</summary>
/// <param name="LiveBytes">The managed memory that is in use after a garbage collection, in bytes.</param>
/// <param name="WorkingSetBytes">The working set of the process in bytes.</param>
/// <param name="Sockets">The number of connections to the server.</param>
/// <param name="PoolThreads">The number of pool threads, which varies.</param>
/// <param name="OtherThreads">The number of other threads.</param>
/// <param name="Timers">The number of active timers.</param>
/// <param name="Permits">The number of available permits of the rate limiter.</param>
internal sealed record Holding(long LiveBytes, long WorkingSetBytes, int Sockets, int PoolThreads, int OtherThreads, long Timers, long Permits)
{
    private const long MiB = 1024 * 1024;

    // Less than 12 bytes per call of the full run. Each leaked object is larger.
    private const long LiveBytesTolerance = MiB;

    // The free space of the heap and the memory of the JIT vary.
    private const long WorkingSetTolerance = 32 * MiB;

    // The runtime's own threads and timers vary.
    private const int ThreadTolerance = 4;
    private const int TimerTolerance = 4;

    public IEnumerable<string> ProblemsSince(Holding before)
    {
        if (LiveBytes - before.LiveBytes > LiveBytesTolerance)
        {
            yield return $"The live memory grew by {LiveBytes - before.LiveBytes:N0} bytes.";
        }

        if (WorkingSetBytes - before.WorkingSetBytes > WorkingSetTolerance)
        {
            yield return $"The working set grew by {WorkingSetBytes - before.WorkingSetBytes:N0} bytes.";
        }

        if (Sockets > before.Sockets)
        {
            yield return $"The number of connections grew from {before.Sockets} to {Sockets}.";
        }

        if (OtherThreads - before.OtherThreads > ThreadTolerance)
        {
            yield return $"The number of threads outside the pool grew from {before.OtherThreads} to {OtherThreads}.";
        }

        if (Timers - before.Timers > TimerTolerance)
        {
            yield return $"The number of timers grew from {before.Timers} to {Timers}.";
        }

        if (Permits != before.Permits)
        {
            yield return $"The rate limiter has {Permits} available permits instead of {before.Permits}.";
        }
    }

    public IEnumerable<string[]> RowsBeside(Holding before) =>
    [
        ["live managed memory", $"{before.LiveBytes / 1024.0:N0} KiB", $"{LiveBytes / 1024.0:N0} KiB"],
        ["working set", $"{before.WorkingSetBytes / (double)MiB:0.0} MiB", $"{WorkingSetBytes / (double)MiB:0.0} MiB"],
        ["connections", $"{before.Sockets}", $"{Sockets}"],
        ["threads outside the pool", $"{before.OtherThreads}", $"{OtherThreads}"],
        ["pool threads", $"{before.PoolThreads}", $"{PoolThreads}"],
        ["timers", $"{before.Timers}", $"{Timers}"],
        ["available permits", $"{before.Permits}", $"{Permits}"],
    ];
}

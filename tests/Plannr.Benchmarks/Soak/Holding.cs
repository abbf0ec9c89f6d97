namespace Plannr.Benchmarks.Soak;

/// <summary>What a process held at some time.</summary>
/// <param name="LiveBytes">The managed memory that is in use, after a collection.</param>
/// <param name="WorkingSetBytes">The memory that the operating system has given to the process.</param>
/// <param name="Sockets">The connections to the server.</param>
/// <param name="PoolThreads">The threads of the thread pool, which has more or fewer of them as it sees fit.</param>
/// <param name="OtherThreads">The other threads of the process.</param>
/// <param name="Timers">The timers that are set.</param>
/// <param name="Permits">The permits that the rate limiter has left.</param>
internal sealed record Holding(long LiveBytes, long WorkingSetBytes, int Sockets, int PoolThreads, int OtherThreads, long Timers, long Permits)
{
    private const long MiB = 1024 * 1024;

    // Less than 12 bytes a call of the full run: no object that is kept for each is so small.
    private const long LiveBytesTolerance = MiB;

    // The heap's free space and the JIT's memory come and go.
    private const long WorkingSetTolerance = 32 * MiB;

    // The runtime's own come and go.
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
            yield return $"There are {Sockets} connections where there were {before.Sockets}.";
        }

        if (OtherThreads - before.OtherThreads > ThreadTolerance)
        {
            yield return $"There are {OtherThreads} threads outside the pool where there were {before.OtherThreads}.";
        }

        if (Timers - before.Timers > TimerTolerance)
        {
            yield return $"There are {Timers} timers where there were {before.Timers}.";
        }

        if (Permits != before.Permits)
        {
            yield return $"The limiter has {Permits} permits left where it had {before.Permits}.";
        }
    }

    public IEnumerable<string[]> RowsBeside(Holding before) =>
    [
        ["live managed memory", $"{before.LiveBytes / 1024.0:N0} KiB", $"{LiveBytes / 1024.0:N0} KiB"],
        ["working set", $"{before.WorkingSetBytes / (double)MiB:0.0} MiB", $"{WorkingSetBytes / (double)MiB:0.0} MiB"],
        ["connections", $"{before.Sockets}", $"{Sockets}"],
        ["threads outside the pool", $"{before.OtherThreads}", $"{OtherThreads}"],
        ["threads of the pool", $"{before.PoolThreads}", $"{PoolThreads}"],
        ["timers", $"{before.Timers}", $"{Timers}"],
        ["permits left", $"{before.Permits}", $"{Permits}"],
    ];
}

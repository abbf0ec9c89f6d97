using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Threading.RateLimiting;

namespace Plannr.Benchmarks.Soak;

/// <summary>Measures the resources of this process when no call is running.</summary>
/// <param name="port">The port of the server, by which its connections are identified.</param>
/// <param name="limiter">The rate limiter of the client.</param>
internal sealed class Holdings(int port, RateLimiter limiter)
{
    public Holding Take()
    {
        // Several collections, because finalizers release objects that an earlier collection has found.
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return new Holding(
            LiveBytes: GC.GetTotalMemory(forceFullCollection: true),
            WorkingSetBytes: process.WorkingSet64,
            Sockets: IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections().Count(c => c.RemoteEndPoint.Port == port && c.State != TcpState.TimeWait),
            PoolThreads: ThreadPool.ThreadCount,
            OtherThreads: process.Threads.Count - ThreadPool.ThreadCount,
            Timers: Timer.ActiveCount,
            Permits: limiter.GetStatistics()!.CurrentAvailablePermits);
    }
}

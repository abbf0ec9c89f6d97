using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Threading.RateLimiting;

namespace Plannr.Benchmarks.Soak;

/// <summary>Looks what this process holds when nothing is under way.</summary>
/// <param name="port">The port of the server, by which its connections are known.</param>
/// <param name="limiter">The limiter of the client.</param>
internal sealed class Holdings(int port, RateLimiter limiter)
{
    public Holding Take()
    {
        // What has ended may still be on its way out: finalizers free what a first collection found.
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

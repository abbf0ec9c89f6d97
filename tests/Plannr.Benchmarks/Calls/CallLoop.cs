using System.Diagnostics;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.Calls;

/// <summary>Repeats one kind of call in this process, for a profiler.</summary>
internal static class CallLoop
{
    public static async Task RunAsync(MeasuredClient client, bool isList, TimeSpan time)
    {
        using var peer = client.Create(new InMemoryApi(), InMemoryApi.Address);
        await (isList ? PeerCheck.ListAsync(peer) : PeerCheck.UpdateAsync(peer)).ConfigureAwait(false);
        for (var end = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency); Stopwatch.GetTimestamp() < end;)
        {
            var (calls, bytes, start) = (0, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
            do
            {
                await (isList ? peer.ListAsync() : peer.UpdateAsync()).ConfigureAwait(false);
                calls++;
            }
            while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1));
            Console.WriteLine($"{client.Title}: {Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls:N2} µs, {(GC.GetTotalAllocatedBytes() - bytes) / calls:N0} B per call");
        }
    }
}

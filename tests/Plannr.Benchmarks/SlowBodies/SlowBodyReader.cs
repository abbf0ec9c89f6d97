using System.Diagnostics;
using System.Text.Json;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>Makes many parallel calls with one client, whose responses arrive slowly.</summary>
internal static class SlowBodyReader
{
    /// <summary>Gets how long the body of a response takes to arrive.</summary>
    public static TimeSpan BodyTime { get; } = TimeSpan.FromSeconds(0.9);

    /// <param name="client">The client.</param>
    /// <param name="server">The server; null to start one in this process, on the same thread pool.</param>
    /// <param name="calls">The number of parallel calls.</param>
    /// <returns>A <see cref="SlowBodyReading"/> as JSON.</returns>
    public static async Task<string> ReadAsync(MeasuredClient client, Uri? server, int calls)
    {
        await using var api = server is null ? new ApiServer(BodyTime) : null;
        server ??= await api!.StartAsync().ConfigureAwait(false);
        using var peer = client.Create(PeerHandler.Create(), server);
        // The first call includes compilation and a new connection, so it is not measured.
        await PeerCheck.UpdateAsync(peer).ConfigureAwait(false);

        ThreadPool.GetMinThreads(out var minimum, out _);
        var watch = new ThreadPoolWatch();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => PeerCheck.UpdateAsync(peer))).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(start);
        watch.Dispose();
        return JsonSerializer.Serialize(new SlowBodyReading(elapsed.TotalSeconds, Math.Max(0, watch.MaxThreads - minimum), watch.MaxWait.TotalMilliseconds));
    }
}

using System.Diagnostics;
using System.Text.Json;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers;

namespace Plannr.Benchmarks.SlowBodies;

/// <summary>Calls an API with slow bodies many times at once, with one client.</summary>
internal static class SlowBodyReader
{
    /// <summary>How long the body of an answer takes to arrive.</summary>
    public static TimeSpan BodyTime { get; } = TimeSpan.FromSeconds(0.9);

    /// <param name="client">The client.</param>
    /// <param name="server">The server; null for one in this process, which then uses the same thread pool.</param>
    /// <param name="calls">How many calls to make at once.</param>
    /// <returns>A <see cref="SlowBodyReading"/> as JSON.</returns>
    public static async Task<string> ReadAsync(MeasuredClient client, Uri? server, int calls)
    {
        await using var api = server is null ? new ApiServer(BodyTime) : null;
        server ??= await api!.StartAsync().ConfigureAwait(false);
        using var peer = client.Create(PeerHandler.Create(), server);
        // What is compiled or opened once is no part of it.
        await PeerCheck.UpdateAsync(peer).ConfigureAwait(false);

        ThreadPool.GetMinThreads(out var minimum, out _);
        var watch = new ThreadPoolWatch();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => PeerCheck.UpdateAsync(peer))).ConfigureAwait(false);
        var elapsed = Stopwatch.GetElapsedTime(start);
        watch.Dispose();
        return JsonSerializer.Serialize(new SlowBodyReading(elapsed.TotalSeconds, Math.Max(0, watch.MostThreads - minimum), watch.LongestWait.TotalMilliseconds));
    }
}

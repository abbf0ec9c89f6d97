using System.Text.Json;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Sees whether a peer makes the same of the answer as all the others. Whether it sends the same is the API's to see.</summary>
internal static class PeerCheck
{
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task RunAsync(IPeer peer)
    {
        var actual = JsonSerializer.Serialize(await peer.UpdateToCompareAsync(Payload.Label).ConfigureAwait(false), ConnectionContext.Default.Connection);
        // Written by the same serializer, as it writes "+" and "/" in a way of its own.
        var expected = JsonSerializer.Serialize(JsonSerializer.Deserialize(Payload.Response, ConnectionContext.Default.Connection), ConnectionContext.Default.Connection);
        if (actual != expected)
        {
            throw new InvalidOperationException($"{peer.GetType().Name} does not return what was sent.\nSent:     {expected}\nReturned: {actual}");
        }
    }
}

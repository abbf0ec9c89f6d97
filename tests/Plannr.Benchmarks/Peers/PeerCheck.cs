using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Sees whether a peer makes the same of an answer as all the others. Whether it sends the same is the API's to see.</summary>
internal static class PeerCheck
{
    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task UpdateAsync(IPeer peer)
        => Compare(peer, await peer.UpdateToCompareAsync(Payload.Label).ConfigureAwait(false), Payload.Response, ConnectionContext.Default.Connection);

    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task ListAsync(IPeer peer)
        => Compare(peer, await peer.ListToCompareAsync().ConfigureAwait(false), Payload.List, ConnectionContext.Default.ConnectionList);

    private static void Compare<T>(IPeer peer, T returned, byte[] sent, JsonTypeInfo<T> type)
    {
        var actual = JsonSerializer.Serialize(returned, type);
        // Written by the same serializer, as it writes "+" and "/" in a way of its own.
        var expected = JsonSerializer.Serialize(JsonSerializer.Deserialize(sent, type)!, type);
        if (actual != expected)
        {
            throw new InvalidOperationException($"{peer.GetType().Name} does not return what was sent.\nSent:     {expected}\nReturned: {actual}");
        }
    }
}

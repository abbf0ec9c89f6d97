using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Sees whether a peer makes the same of an answer as all the others. Whether it sends the same is the API's to see.</summary>
internal static class PeerCheck
{
    // Written by the same serializer, as it writes "+" and "/" in a way of its own.
    private static readonly string Updated = Again(Payload.Response, ConnectionContext.Default.Connection);
    private static readonly Lazy<string> Listed = new(() => Again(Payload.List, ConnectionContext.Default.ConnectionList));

    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task UpdateAsync(IPeer peer)
        => Compare(peer, await peer.UpdateToCompareAsync(Payload.Label).ConfigureAwait(false), Updated, ConnectionContext.Default.Connection);

    /// <exception cref="InvalidOperationException">It does not.</exception>
    public static async Task ListAsync(IPeer peer)
        => Compare(peer, await peer.ListToCompareAsync().ConfigureAwait(false), Listed.Value, ConnectionContext.Default.ConnectionList);

    private static string Again<T>(byte[] json, JsonTypeInfo<T> type) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type);

    private static void Compare<T>(IPeer peer, T returned, string expected, JsonTypeInfo<T> type)
    {
        var actual = JsonSerializer.Serialize(returned, type);
        if (actual != expected)
        {
            throw new InvalidOperationException($"{peer.GetType().Name} does not return what was sent.\nSent:     {expected}\nReturned: {actual}");
        }
    }
}

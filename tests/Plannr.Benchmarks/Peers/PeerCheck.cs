using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Checks that a peer returns the same values as all others. The API checks that it sends the same request.</summary>
internal static class PeerCheck
{
    // Serialized again, because System.Text.Json escapes "+" and "/" differently than the payload.
    private static readonly string Updated = Again(Payload.Response, ConnectionContext.Default.Connection);
    private static readonly Lazy<string> Listed = new(() => Again(Payload.List, ConnectionContext.Default.ConnectionList));

    /// <exception cref="InvalidOperationException">The values differ.</exception>
    public static async Task UpdateAsync(IPeer peer)
        => Compare(peer, await peer.UpdateToCompareAsync(Payload.Label).ConfigureAwait(false), Updated, ConnectionContext.Default.Connection);

    /// <exception cref="InvalidOperationException">The values differ.</exception>
    public static async Task ListAsync(IPeer peer)
        => Compare(peer, await peer.ListToCompareAsync().ConfigureAwait(false), Listed.Value, ConnectionContext.Default.ConnectionList);

    private static string Again<T>(byte[] json, JsonTypeInfo<T> type) => JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type);

    private static void Compare<T>(IPeer peer, T returned, string expected, JsonTypeInfo<T> type)
    {
        var actual = JsonSerializer.Serialize(returned, type);
        if (actual != expected)
        {
            throw new InvalidOperationException($"{peer.GetType().Name} returns other values than the server sent.\nSent:     {expected}\nReturned: {actual}");
        }
    }
}

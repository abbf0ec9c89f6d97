using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client with its own types, which it converts for comparison.</summary>
/// <typeparam name="TConnection">The type of a connection.</typeparam>
/// <typeparam name="TList">The type of a list of connections.</typeparam>
internal abstract class Peer<TConnection, TList> : IPeer
{
    public abstract Task<TConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default);

    public abstract Task<TList> ListAsync(CancellationToken cancellationToken = default);

    public async Task<Connection> UpdateToCompareAsync(string label) => Comparable(await UpdateAsync(Payload.Uuid, label).ConfigureAwait(false));

    public async Task<ConnectionList> ListToCompareAsync() => new() { Data = [.. Connections(await ListAsync().ConfigureAwait(false)).Select(Comparable)] };

    Task IPeer.UpdateAsync() => UpdateAsync(Payload.Uuid, Payload.Label);

    Task IPeer.ListAsync() => ListAsync();

    public abstract void Dispose();

    protected abstract Connection Comparable(TConnection connection);

    protected abstract IEnumerable<TConnection> Connections(TList list);
}

using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;
using Refit;

namespace Plannr.Benchmarks.Peers;

/// <summary>Refit with generated code and a generated JSON context, as its documentation recommends.</summary>
internal sealed class RefitPeer : HandwrittenPeer
{
    private readonly HttpClient _httpClient;
    private readonly IRefitConnections _client;

    public RefitPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _client = RestService.ForGenerated<IRefitConnections>(_httpClient, ConnectionContext.Default);
    }

    public override Task<Connection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.UpdateAsync(uuid, new ConnectionUpdate { Label = label }, cancellationToken);

    public override Task<ConnectionList> ListAsync(CancellationToken cancellationToken = default) => _client.ListAsync(cancellationToken);

    public override void Dispose() => _httpClient.Dispose();
}

/// <summary>The API, described for Refit.</summary>
internal interface IRefitConnections
{
    [Put("/" + Payload.Connections + "/{uuid}")]
    Task<Connection> UpdateAsync(Guid uuid, [Body] ConnectionUpdate body, CancellationToken cancellationToken);

    [Get("/" + Payload.Connections)]
    Task<ConnectionList> ListAsync(CancellationToken cancellationToken);
}

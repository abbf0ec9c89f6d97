using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;
using RestSharp;
using RestSharp.Serializers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>RestSharp with one client for all calls, and System.Text.Json with a generated context.</summary>
internal sealed class RestSharpPeer : HandwrittenPeer
{
    private readonly RestClient _client;

    public RestSharpPeer(HttpMessageHandler handler, Uri server)
        => _client = new RestClient(
            PeerHttpClient.Create(handler, server),
            new RestClientOptions(server),
            disposeHttpClient: true,
            configureSerialization: serializers => serializers.UseSystemTextJson(ConnectionContext.Default.Options));

    public override async Task<Connection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
    {
        var request = new RestRequest(Payload.Connections + "/{uuid}")
            .AddUrlSegment("uuid", uuid)
            .AddJsonBody(new ConnectionUpdate { Label = label });
        return (await _client.PutAsync<Connection>(request, cancellationToken).ConfigureAwait(false))!;
    }

    public override async Task<ConnectionList> ListAsync(CancellationToken cancellationToken = default)
        => (await _client.GetAsync<ConnectionList>(new RestRequest(Payload.Connections), cancellationToken).ConfigureAwait(false))!;

    public override void Dispose() => _client.Dispose();
}

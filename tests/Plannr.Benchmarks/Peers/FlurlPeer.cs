using Flurl.Http;
using Flurl.Http.Configuration;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Flurl, one client for all calls, with System.Text.Json and a generated context.</summary>
internal sealed class FlurlPeer(HttpMessageHandler handler, Uri server) : HandwrittenPeer
{
    private readonly FlurlClient _client = (FlurlClient)new FlurlClient(PeerHttpClient.Create(handler, server))
        .WithSettings(settings => settings.JsonSerializer = new DefaultJsonSerializer(ConnectionContext.Default.Options));

    public override Task<Connection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.Request(Payload.Connections, uuid)
            .PutJsonAsync(new ConnectionUpdate { Label = label }, cancellationToken: cancellationToken)
            .ReceiveJson<Connection>();

    public override Task<ConnectionList> ListAsync(CancellationToken cancellationToken = default)
        => _client.Request(Payload.Connections).GetJsonAsync<ConnectionList>(cancellationToken: cancellationToken);

    public override void Dispose()
    {
        // Flurl leaves a client that it was given to its owner.
        _client.HttpClient.Dispose();
        _client.Dispose();
    }
}

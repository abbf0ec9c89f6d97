using Flurl.Http;
using Flurl.Http.Configuration;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Flurl with one client for all calls, and System.Text.Json with a generated context.</summary>
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
        // Flurl does not dispose a client that it did not create.
        _client.HttpClient.Dispose();
        _client.Dispose();
    }
}

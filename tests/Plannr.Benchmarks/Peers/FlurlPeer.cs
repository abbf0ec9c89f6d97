using Flurl.Http;
using Flurl.Http.Configuration;
using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>Flurl, one client for all calls, with System.Text.Json and a generated context.</summary>
internal sealed class FlurlPeer(HttpMessageHandler handler, Uri server) : IPeer
{
    private readonly FlurlClient _client = (FlurlClient)new FlurlClient(PeerHttpClient.Create(handler, server))
        .WithSettings(settings => settings.JsonSerializer = new DefaultJsonSerializer(ConnectionContext.Default.Options));

    public Task<Connection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.Request(Payload.Connections, uuid)
            .PutJsonAsync(new ConnectionUpdate { Label = label }, cancellationToken: cancellationToken)
            .ReceiveJson<Connection>();

    public Task<Connection> UpdateToCompareAsync(string label) => UpdateAsync(Payload.Uuid, label);

    public void Dispose()
    {
        // Flurl leaves a client that it was given to its owner.
        _client.HttpClient.Dispose();
        _client.Dispose();
    }
}

using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Benchmarks.Peers;

/// <summary>The whole client: token provider, retries, total and attempt timeout, traces and metrics that nobody listens to. No rate limit, no logs.</summary>
internal sealed class WholePeer(HttpMessageHandler handler, Uri server) : IPeer
{
    private readonly PlannrClient _client = new(
        new PlannrClientOptions { BaseAddress = server, AccessToken = Payload.Token, MaxRetries = 3, RequestsPerMinute = 0 },
        primaryHandler: handler);

    public Task<OAuthConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.OAuthConnections.UpdateAsync(uuid, new UpdateOAuthConnectionRequest { Label = label }, cancellationToken);

    public async Task<Connection> UpdateToCompareAsync(string label) => GeneratedPeer.Comparable(await UpdateAsync(Payload.Uuid, label).ConfigureAwait(false));

    public void Dispose() => _client.Dispose();
}

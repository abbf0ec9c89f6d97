using Plannr.Benchmarks.Api;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Benchmarks.Peers;

/// <summary>The whole client with a token provider, retries, both timeouts, and traces and metrics without listeners. It has no rate limit and no logs.</summary>
internal sealed class WholePeer(HttpMessageHandler handler, Uri server) : PlannrPeer
{
    private readonly PlannrClient _client = new(
        new PlannrClientOptions { BaseAddress = server, AccessToken = Payload.Token, MaxRetries = 3, RequestsPerMinute = 0 },
        primaryHandler: handler);

    protected override IOAuthConnectionsClient Client => _client.OAuthConnections;

    public override void Dispose() => _client.Dispose();
}

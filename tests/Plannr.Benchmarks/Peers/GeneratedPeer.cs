using Plannr.Generated;

namespace Plannr.Benchmarks.Peers;

/// <summary>The generated client alone.</summary>
internal sealed class GeneratedPeer : PlannrPeer
{
    private readonly HttpClient _httpClient;

    public GeneratedPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        Client = new OAuthConnectionsClient(_httpClient);
    }

    protected override IOAuthConnectionsClient Client { get; }

    public override void Dispose() => _httpClient.Dispose();
}

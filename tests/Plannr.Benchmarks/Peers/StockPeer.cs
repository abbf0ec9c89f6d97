using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>The client that NSwag generates from the same contract with its own templates and defaults.</summary>
internal sealed class StockPeer : Peer<Stock.OAuthConnection, Stock.OAuthConnectionList>
{
    private readonly HttpClient _httpClient;
    private readonly Stock.OAuthConnectionsClient _client;

    public StockPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _client = new Stock.OAuthConnectionsClient(_httpClient) { BaseUrl = server.AbsoluteUri };
    }

    public override Task<Stock.OAuthConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.UpdateAsync(new Stock.UpdateOAuthConnectionRequest { Label = label }, uuid, cancellationToken);

    public override Task<Stock.OAuthConnectionList> ListAsync(CancellationToken cancellationToken = default) => _client.ListAsync(cancellationToken);

    public override void Dispose() => _httpClient.Dispose();

    protected override IEnumerable<Stock.OAuthConnection> Connections(Stock.OAuthConnectionList list) => list.Data;

    protected override Connection Comparable(Stock.OAuthConnection connection) => new()
    {
        Uuid = connection.Uuid,
        CreatedAt = connection.Created_at,
        UpdatedAt = connection.Updated_at,
        Provider = new Provider
        {
            Name = connection.Provider.Name,
            Label = connection.Provider.Label,
            LogoUrl = connection.Provider.Logo_url,
            AuthorizationUrl = connection.Provider.Authorization_url,
        },
        AccessTokenExpiresAt = connection.Access_token_expires_at,
        RefreshTokenExpiresAt = connection.Refresh_token_expires_at,
        RefreshAuthorizationUrl = connection.Refresh_authorization_url,
        Label = connection.Label,
    };
}

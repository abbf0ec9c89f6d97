using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>The client that NSwag generates from the same contract with its own templates and defaults.</summary>
internal sealed class StockPeer : IPeer
{
    private readonly HttpClient _httpClient;
    private readonly Stock.OAuthConnectionsClient _client;

    public StockPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _client = new Stock.OAuthConnectionsClient(_httpClient) { BaseUrl = server.AbsoluteUri };
    }

    public Task<Stock.OAuthConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.UpdateAsync(new Stock.UpdateOAuthConnectionRequest { Label = label }, uuid, cancellationToken);

    public async Task<Connection> UpdateToCompareAsync(string label)
    {
        var connection = await UpdateAsync(Payload.Uuid, label).ConfigureAwait(false);
        return new Connection
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

    public void Dispose() => _httpClient.Dispose();
}

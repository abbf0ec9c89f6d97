using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;
using Plannr.Generated;

namespace Plannr.Benchmarks.Peers;

/// <summary>The generated client by itself.</summary>
internal sealed class GeneratedPeer : IPeer
{
    private readonly HttpClient _httpClient;
    private readonly OAuthConnectionsClient _client;

    public GeneratedPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _client = new OAuthConnectionsClient(_httpClient);
    }

    public Task<OAuthConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => _client.UpdateAsync(uuid, new UpdateOAuthConnectionRequest { Label = label }, cancellationToken);

    public async Task<Connection> UpdateToCompareAsync(string label) => Comparable(await UpdateAsync(Payload.Uuid, label).ConfigureAwait(false));

    public static Connection Comparable(OAuthConnection connection) => new()
    {
        Uuid = connection.Uuid!.Value,
        CreatedAt = connection.CreatedAt,
        UpdatedAt = connection.UpdatedAt,
        Provider = new Provider
        {
            Name = connection.Provider?.Name,
            Label = connection.Provider?.Label,
            LogoUrl = connection.Provider?.LogoUrl,
            AuthorizationUrl = connection.Provider?.AuthorizationUrl,
        },
        AccessTokenExpiresAt = connection.AccessTokenExpiresAt,
        RefreshTokenExpiresAt = connection.RefreshTokenExpiresAt,
        RefreshAuthorizationUrl = connection.RefreshAuthorizationUrl,
        Label = connection.Label,
    };

    public void Dispose() => _httpClient.Dispose();
}

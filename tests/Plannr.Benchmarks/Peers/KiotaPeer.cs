using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Plannr.Benchmarks.Kiota;
using Plannr.Benchmarks.Kiota.Models;
using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>The client that Kiota generates from the same contract with its defaults. It gets an HTTP client, so Kiota does not add its own handlers.</summary>
internal sealed class KiotaPeer : Peer<OAuthConnection, OAuthConnectionList>
{
    private readonly HttpClient _httpClient;
    private readonly HttpClientRequestAdapter _adapter;
    private readonly KiotaClient _client;

    public KiotaPeer(HttpMessageHandler handler, Uri server)
    {
        _httpClient = PeerHttpClient.Create(handler, server);
        _adapter = new HttpClientRequestAdapter(new AnonymousAuthenticationProvider(), httpClient: _httpClient) { BaseUrl = server.GetLeftPart(UriPartial.Authority) };
        _client = new KiotaClient(_adapter);
    }

    public override async Task<OAuthConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => (await _client.Api.V1.Oauth.Connections[uuid].PutAsync(new UpdateOAuthConnectionRequest { Label = label }, cancellationToken: cancellationToken).ConfigureAwait(false))!;

    public override async Task<OAuthConnectionList> ListAsync(CancellationToken cancellationToken = default)
        => (await _client.Api.V1.Oauth.Connections.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false))!;

    public override void Dispose()
    {
        _adapter.Dispose();
        _httpClient.Dispose();
    }

    protected override IEnumerable<OAuthConnection> Connections(OAuthConnectionList list) => list.Data!;

    // Kiota has no type for URIs.
    protected override Connection Comparable(OAuthConnection connection) => new()
    {
        Uuid = connection.Uuid!.Value,
        CreatedAt = connection.CreatedAt,
        UpdatedAt = connection.UpdatedAt,
        Provider = new Provider
        {
            Name = connection.Provider?.Name,
            Label = connection.Provider?.Label,
            LogoUrl = new Uri(connection.Provider!.LogoUrl!),
            AuthorizationUrl = new Uri(connection.Provider.AuthorizationUrl!),
        },
        AccessTokenExpiresAt = connection.AccessTokenExpiresAt,
        RefreshTokenExpiresAt = connection.RefreshTokenExpiresAt,
        RefreshAuthorizationUrl = new Uri(connection.RefreshAuthorizationUrl!),
        Label = connection.Label,
    };
}

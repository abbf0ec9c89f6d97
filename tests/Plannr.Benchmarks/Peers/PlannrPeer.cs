using Plannr.Benchmarks.Peers.Json;
using Plannr.Generated;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client with the generated types of this repository.</summary>
internal abstract class PlannrPeer : Peer<OAuthConnection, OAuthConnectionList>
{
    protected abstract IOAuthConnectionsClient Client { get; }

    public override Task<OAuthConnection> UpdateAsync(Guid uuid, string label, CancellationToken cancellationToken = default)
        => Client.UpdateAsync(uuid, new UpdateOAuthConnectionRequest { Label = label }, cancellationToken);

    public override Task<OAuthConnectionList> ListAsync(CancellationToken cancellationToken = default) => Client.ListAsync(cancellationToken);

    protected override IEnumerable<OAuthConnection> Connections(OAuthConnectionList list) => list.Data!;

    protected override Connection Comparable(OAuthConnection connection) => new()
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
}

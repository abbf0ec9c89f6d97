using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Portal;

/// <summary>The properties of a connection on a consent page.</summary>
/// <param name="Uuid">The UUID.</param>
/// <param name="Label">The label; null if there is none.</param>
/// <param name="RefreshTokenExpiresAt">The expiry of the refresh token; null if it does not expire.</param>
internal sealed record ConsentConnection(string Uuid, string? Label, string? RefreshTokenExpiresAt)
{
    public static ConsentConnection Of(JObject connection)
        => new(connection.Value<string>("uuid")!, connection.Value<string>("label"), connection.Value<string>("refresh_token_expires_at") is { Length: > 0 } expiry ? expiry : null);
}

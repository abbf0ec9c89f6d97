using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Portal;

/// <summary>The parts of a connection that a consent page shows.</summary>
/// <param name="Uuid">Its UUID.</param>
/// <param name="Label">Its label; null for none.</param>
/// <param name="RefreshTokenExpiresAt">The expiry of its refresh token; null if it does not expire.</param>
internal sealed record ConsentConnection(string Uuid, string? Label, string? RefreshTokenExpiresAt)
{
    public static ConsentConnection Of(JObject connection)
        => new(connection.Value<string>("uuid")!, connection.Value<string>("label"), connection.Value<string>("refresh_token_expires_at") is { Length: > 0 } expiry ? expiry : null);
}

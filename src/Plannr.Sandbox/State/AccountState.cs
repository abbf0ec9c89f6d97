using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>An account with its resources, in the format of the API.</summary>
/// <param name="Uuid">The UUID of the account.</param>
/// <param name="Login">The properties of the login that differ from the defaults.</param>
/// <param name="Connections">The OAuth2 connections.</param>
/// <param name="WebhookSubscriptions">The webhook subscriptions.</param>
internal sealed record AccountState(Guid Uuid, JObject Login, IReadOnlyList<JObject> Connections, IReadOnlyList<JObject> WebhookSubscriptions)
{
    /// <summary>Returns the resources of a kind, in their order.</summary>
    public IReadOnlyList<JObject> Of(ResourceKind kind) => kind == ResourceKind.Connection ? Connections : WebhookSubscriptions;
}

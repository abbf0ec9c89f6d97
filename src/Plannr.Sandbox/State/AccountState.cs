using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.State;

/// <summary>An account and what belongs to it, as the API writes it.</summary>
/// <param name="Uuid">The UUID of the account.</param>
/// <param name="Login">The properties of its login that differ from the defaults; empty if none do.</param>
/// <param name="Connections">Its OAuth2 connections.</param>
/// <param name="WebhookSubscriptions">Its webhook subscriptions.</param>
internal sealed record AccountState(Guid Uuid, JObject Login, IReadOnlyList<JObject> Connections, IReadOnlyList<JObject> WebhookSubscriptions)
{
    /// <summary>The resources of a kind, in their order.</summary>
    public IReadOnlyList<JObject> Of(ResourceKind kind) => kind == ResourceKind.Connection ? Connections : WebhookSubscriptions;
}

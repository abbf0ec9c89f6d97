using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>An account that a sandbox starts with. A request names it in the header <c>X-PLANNR-ACCOUNT-UUID</c>.</summary>
/// <param name="Uuid">Its UUID.</param>
/// <param name="Connections">Its OAuth2 connections; each needs a UUID.</param>
public sealed record SandboxAccount(Guid Uuid, IReadOnlyList<OAuthConnection> Connections)
{
    /// <summary>
    /// Gets the login of the account, with its account and firm. Properties that are not set have made-up values. The UUID of the
    /// login's account must be <see cref="Uuid"/>, or not set. The default is null, for a login with made-up values only.
    /// </summary>
    public Login? Login { get; init; }

    /// <summary>
    /// Gets the webhook subscriptions of the account; each needs a UUID, a URL and its events. A subscription without a signing secret
    /// gets one. The default is none.
    /// </summary>
    public IReadOnlyList<WebhookSubscription> WebhookSubscriptions { get; init; } = [];
}

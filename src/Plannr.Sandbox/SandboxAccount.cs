using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>An account of a sandbox. Requests select it with the header <c>X-PLANNR-ACCOUNT-UUID</c>.</summary>
/// <param name="Uuid">The UUID of the account.</param>
/// <param name="Connections">The OAuth2 connections of the account. Each must have a UUID.</param>
public sealed record SandboxAccount(Guid Uuid, IReadOnlyList<OAuthConnection> Connections)
{
    /// <summary>
    /// Gets the login of the account, with its account and firm. Properties that are not set get generated values. The UUID of the
    /// login's account must be <see cref="Uuid"/> or not set. The default is null, for a login with only generated values.
    /// </summary>
    public Login? Login { get; init; }

    /// <summary>
    /// Gets the webhook subscriptions of the account. Each must have a UUID, a URL and events. A subscription without a signing secret
    /// gets a generated one. The default is none.
    /// </summary>
    public IReadOnlyList<WebhookSubscription> WebhookSubscriptions { get; init; } = [];
}

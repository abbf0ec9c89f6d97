namespace Plannr.Sandbox.State;

/// <summary>The kinds of resources that an account has, and that requests change.</summary>
internal enum ResourceKind
{
    /// <summary>OAuth2 connections.</summary>
    Connection,

    /// <summary>Webhook subscriptions.</summary>
    WebhookSubscription,
}

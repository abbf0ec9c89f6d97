namespace Plannr.Sandbox.State;

/// <summary>The kinds of resources of an account that requests can change.</summary>
internal enum ResourceKind
{
    /// <summary>OAuth2 connections.</summary>
    Connection,

    /// <summary>Webhook subscriptions.</summary>
    WebhookSubscription,
}

using System.Diagnostics.CodeAnalysis;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>A client for the Plannr CRM API, with one property for each group of operations.</summary>
public interface IPlannrClient
{
    /// <summary>Gets the client for the logins of the access token's user, each with its account.</summary>
    ILoginsClient Logins { get; }

    /// <summary>Gets the client for the access token's user.</summary>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "The name in the API. Visual Basic allows the keyword after a dot.")]
    IMeClient Me { get; }

    /// <summary>Gets the client for the OAuth2 connections between a Plannr account and third-party providers.</summary>
    IOAuthConnectionsClient OAuthConnections { get; }

    /// <summary>Gets the client for webhook subscriptions: the URLs that Plannr calls when an event occurs in an account.</summary>
    IWebhookSubscriptionsClient WebhookSubscriptions { get; }
}

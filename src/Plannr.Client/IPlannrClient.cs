using System.Diagnostics.CodeAnalysis;
using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The Plannr CRM API: one property for each group of operations.</summary>
public interface IPlannrClient
{
    /// <summary>The logins of the token's user, each with its account.</summary>
    ILoginsClient Logins { get; }

    /// <summary>The token's user.</summary>
    [SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "The API's own name. Visual Basic allows the keyword after a dot.")]
    IMeClient Me { get; }

    /// <summary>The OAuth2 connections between a Plannr account and third-party providers.</summary>
    IOAuthConnectionsClient OAuthConnections { get; }

    /// <summary>The URLs that Plannr calls when something happens in an account.</summary>
    IWebhookSubscriptionsClient WebhookSubscriptions { get; }
}

using Plannr.Generated;

namespace Plannr.Client;

/// <summary>The Plannr CRM API: one property for each group of operations.</summary>
public interface IPlannrClient
{
    /// <summary>The OAuth2 connections between a Plannr account and third-party providers.</summary>
    IOAuthConnectionsClient OAuthConnections { get; }
}

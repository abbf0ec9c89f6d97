using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>An account that a sandbox starts with. A request names it in the header <c>X-PLANNR-ACCOUNT-UUID</c>.</summary>
/// <param name="Uuid">Its UUID.</param>
/// <param name="Connections">Its OAuth2 connections; each needs a UUID.</param>
public sealed record SandboxAccount(Guid Uuid, IReadOnlyList<OAuthConnection> Connections);

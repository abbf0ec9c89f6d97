namespace Plannr.Sandbox;

/// <summary>
/// An e-mail that Plannr would have sent about a connection that expires. This is a simulation: the sandbox does not send e-mails. Plannr's
/// help center documents the three times. That they refer to <c>refresh_token_expires_at</c> is an assumption.
/// </summary>
/// <param name="Kind">The reason.</param>
/// <param name="SentAt">The moment, by the sandbox's clock.</param>
/// <param name="Account">The UUID of the connection's account.</param>
/// <param name="Connection">The UUID of the connection.</param>
/// <param name="Provider">The name of the provider; null if the connection has none.</param>
/// <param name="Label">The label of the connection; null if it has none.</param>
/// <param name="ExpiresAt">The moment at which the connection expires or has expired.</param>
public sealed record SandboxEmail(
    SandboxEmailKind Kind, DateTimeOffset SentAt, Guid Account, Guid Connection, string? Provider, string? Label, DateTimeOffset ExpiresAt);

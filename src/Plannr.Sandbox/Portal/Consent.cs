namespace Plannr.Sandbox.Portal;

/// <summary>The request of a consent page.</summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Account">The account of the connection.</param>
/// <param name="Connection">The connection to refresh; null for a new connection.</param>
internal sealed record Consent(string Provider, Guid Account, Guid? Connection);

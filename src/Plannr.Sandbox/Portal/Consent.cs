namespace Plannr.Sandbox.Portal;

/// <summary>What a consent page asks for.</summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="Account">The account that the connection belongs to.</param>
/// <param name="Connection">The connection that is refreshed; null for a new one.</param>
internal sealed record Consent(string Provider, Guid Account, Guid? Connection);

namespace Plannr.SpecGate.Model;

/// <summary>A header of an operation's successes, for the documentation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">The contract's description; empty for none.</param>
internal sealed record HeaderModel(string Name, string Description);

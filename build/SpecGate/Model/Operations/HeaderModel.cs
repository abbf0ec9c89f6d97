namespace Plannr.SpecGate.Model.Operations;

/// <summary>A header of an operation's success responses, for the documentation.</summary>
/// <param name="Name">The name of the header.</param>
/// <param name="Description">The contract's description; empty if there is none.</param>
internal sealed record HeaderModel(string Name, string Description);

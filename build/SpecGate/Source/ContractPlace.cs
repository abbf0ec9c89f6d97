namespace Plannr.SpecGate.Source;

/// <summary>The place in the contract that a part of the model comes from.</summary>
/// <param name="File">The document.</param>
/// <param name="Mark">The place in it.</param>
internal readonly record struct ContractPlace(string File, Mark Mark);

using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Unsupported;

/// <summary>A part of the contract that cannot be generated.</summary>
/// <param name="Owner">The operation or the schema that is affected; null for the whole contract.</param>
/// <param name="At">The place in the contract.</param>
/// <param name="What">A description of the part that completes "cannot generate".</param>
internal sealed record Refusal(SourceMap? Owner, ContractPlace At, string What);

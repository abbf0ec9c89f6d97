using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>Something that cannot be generated.</summary>
/// <param name="Owner">The operation or the schema that cannot be generated because of it; null for the whole contract.</param>
/// <param name="At">Where it is.</param>
/// <param name="What">What it is, to be read after "cannot generate".</param>
internal sealed record Refusal(SourceMap? Owner, ContractPlace At, string What);

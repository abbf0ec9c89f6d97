using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>An object of the contract, with its shape and its file.</summary>
internal sealed record ContractObject(SourceMap Node, ObjectShape Shape, SourceFile File);

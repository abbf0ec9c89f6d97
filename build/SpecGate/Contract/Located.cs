using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>An object of the contract, what it is, and the file that it stands in.</summary>
internal sealed record Located(SourceMap Node, ObjectShape Shape, SourceFile File);

using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Contract;

/// <summary>A document of the contract: the main one, or one that it refers to.</summary>
internal sealed record SourceFile(string Path, SourceNode? Root);

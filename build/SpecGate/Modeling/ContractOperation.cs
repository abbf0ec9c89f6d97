using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>An operation with what stands around it.</summary>
/// <param name="Path">Its path, with placeholders.</param>
/// <param name="Verb">The key of its HTTP method.</param>
/// <param name="Group">The first part of its operationId, which names the client.</param>
/// <param name="Method">The second part, which names the method.</param>
/// <param name="Node">The operation.</param>
/// <param name="PathItem">The path that it belongs to.</param>
/// <param name="File">The document that it stands in.</param>
internal sealed record ContractOperation(string Path, string Verb, string Group, string Method, SourceMap Node, SourceMap PathItem, SourceFile File)
{
    /// <summary>The start of the names of types that are written within the operation.</summary>
    public string TypeName => Group + Method;
}

using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>An operation with what stands around it.</summary>
/// <param name="Path">Its path, with placeholders.</param>
/// <param name="Key">The key of its HTTP method.</param>
/// <param name="Node">The operation.</param>
/// <param name="PathItem">The path that it belongs to.</param>
/// <param name="File">The document that it stands in.</param>
/// <param name="Group">The group that it belongs to, which names the client.</param>
/// <param name="Method">The name of its method, without <c>Async</c>.</param>
internal sealed record ContractOperation(string Path, SourceScalar Key, SourceMap Node, SourceMap PathItem, SourceFile File, string Group = "", string Method = "")
{
    /// <summary>Its HTTP method, in lower case.</summary>
    public string Verb => Key.Text;

    /// <summary>Its operationId; null if it has none.</summary>
    public SourceScalar? Id => Node["operationId"] is SourceScalar { Text.Length: > 0 } id ? id : null;

    /// <summary>The start of the names of types that are written within the operation.</summary>
    public string TypeName => Group + Method;

    /// <summary>All operations of a contract, in its order, without names. Those with a method that only OpenAPI 3.2 has are refused later.</summary>
    public static IEnumerable<ContractOperation> All(OpenApiContract contract)
        => from path in contract.Root.Map("paths")?.Entries ?? []
           where !path.Key.Text.StartsWith("x-", StringComparison.Ordinal)
           let item = contract.Follow(path.Value, OpenApi30.PathItem, contract.Main)
           where item is not null
           from entry in item.Node.Entries.SelectMany(e => e.Key.Text == OpenApi30.AdditionalOperations && e.Value is SourceMap more ? more.Entries : IsOperation(e.Key.Text) ? [e] : [])
           where entry.Value is SourceMap
           select new ContractOperation(path.Key.Text, entry.Key, (SourceMap)entry.Value, item.Node, item.File);

    private static bool IsOperation(string key) => OpenApi30.Methods.Contains(key) || key == OpenApi30.Query;
}

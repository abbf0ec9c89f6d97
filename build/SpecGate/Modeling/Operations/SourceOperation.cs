using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>An operation of a contract, with its context and its name.</summary>
/// <param name="Path">The path, with placeholders.</param>
/// <param name="Key">The key of the HTTP method.</param>
/// <param name="Node">The operation.</param>
/// <param name="PathItem">The path item with the operation.</param>
/// <param name="File">The document with the operation.</param>
/// <param name="Group">The group, which names the client.</param>
/// <param name="Method">The name of the method, without <c>Async</c>.</param>
internal sealed record SourceOperation(string Path, SourceScalar Key, SourceMap Node, SourceMap PathItem, SourceFile File, string Group = "", string Method = "")
{
    /// <summary>Gets the HTTP method, in lower case.</summary>
    public string Verb => Key.Text;

    /// <summary>Gets the operationId, or null if there is none.</summary>
    public SourceScalar? Id => Node["operationId"] is SourceScalar { Text.Length: > 0 } id ? id : null;

    /// <summary>Gets whether the operation is one of the additionalOperations of its path.</summary>
    public bool IsAdditional => PathItem[Verb] != Node;

    /// <summary>Gets the prefix of the names of inline types of the operation.</summary>
    public string TypeName => Group + Method;

    /// <summary>
    /// Returns all operations of a contract in its order, without names. They include those with a method that only OpenAPI 3.2 has,
    /// which become findings later.
    /// </summary>
    public static IEnumerable<SourceOperation> All(OpenApiContract contract)
        => from path in contract.Root.Map("paths")?.Entries ?? []
           where !path.Key.Text.StartsWith("x-", StringComparison.Ordinal)
           let item = contract.Follow(path.Value, OpenApi30.PathItem, contract.Main)
           where item is not null
           from entry in item.Node.Entries.SelectMany(e => e.Key.Text == OpenApi30.AdditionalOperations && e.Value is SourceMap more ? more.Entries : IsOperation(e.Key.Text) ? [e] : [])
           where entry.Value is SourceMap
           select new SourceOperation(path.Key.Text, entry.Key, (SourceMap)entry.Value, item.Node, item.File);

    private static bool IsOperation(string key) => OpenApi30.Methods.Contains(key) || key == OpenApi30.Query;
}

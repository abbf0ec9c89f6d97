using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>
/// An operation. Operations of two contracts are the same if their methods and paths are equal, regardless of the placeholders' names.
/// </summary>
internal sealed record ComparedOperation(string Where, SourceScalar Method, SourceMap Node, ContractObject Path)
{
    public SourceFile File => Path.File;

    public static Dictionary<string, ComparedOperation> All(OpenApiContract contract)
    {
        var operations = new Dictionary<string, ComparedOperation>(StringComparer.Ordinal);
        // Skips extensions (x-), whose values may be anything.
        foreach (var path in contract.Root.Map("paths")?.Entries.Where(e => e.Key.Text.StartsWith('/')) ?? [])
        {
            if (contract.Follow(path.Value, OpenApi30.PathItem, contract.Main) is not { } item)
            {
                continue;
            }

            foreach (var entry in item.Node.Entries.Where(e => OpenApi30.Methods.Contains(e.Key.Text)))
            {
                var method = entry.Key.Text.ToUpperInvariant();
                operations[$"{method} {OperationPath.WithoutNames(path.Key.Text)}"] = new ComparedOperation($"{method} {path.Key.Text}", entry.Key, (SourceMap)entry.Value, item);
            }
        }

        return operations;
    }

    /// <summary>
    /// Returns the parameters by location and name. Path parameters are identified by their order, so that a renamed one is still the
    /// same parameter.
    /// </summary>
    public Dictionary<string, ContractObject> Parameters(OpenApiContract contract)
    {
        var placeholders = new OperationPath(Where).Placeholders.ToList();
        var parameters = new Dictionary<string, ContractObject>(StringComparer.Ordinal);
        foreach (var parameter in Path.Node.List("parameters").Concat(Node.List("parameters")).Select(p => contract.Follow(p, OpenApi30.Parameter, File)).OfType<ContractObject>())
        {
            var name = parameter.Node.Text("name")!;
            var place = parameter.Node.Text("in")!;
            parameters[place == "path" ? $"path {placeholders.IndexOf(name)}" : $"{place} {name}"] = parameter;
        }

        return parameters;
    }

    /// <summary>Returns the responses by status. Keys that are not a status are ignored. Of two keys for one status, the first is used.</summary>
    public Dictionary<ResponseStatus, ContractObject> Responses(OpenApiContract contract)
    {
        var responses = new Dictionary<ResponseStatus, ContractObject>();
        foreach (var entry in Node.Map("responses")?.Entries ?? [])
        {
            if (ResponseStatus.Parse(entry.Key.Text) is { } status && contract.Follow(entry.Value, OpenApi30.Response, File) is { } response)
            {
                responses.TryAdd(status, response);
            }
        }

        return responses;
    }

    public ContractObject? RequestBody(OpenApiContract contract) => contract.Follow(Node["requestBody"], OpenApi30.RequestBody, File);

    /// <summary>Gets the servers of the operation or of its path, which override those of the contract.</summary>
    public IReadOnlyList<SourceMap> OwnServers => Node.Has("servers") ? Servers(Node) : Servers(Path.Node);

    public IReadOnlyList<SourceMap> Servers(OpenApiContract contract) => OwnServers is [] ? Servers(contract.Root) : OwnServers;

    public static IReadOnlyList<SourceMap> Servers(SourceMap place) => [.. place.List("servers").OfType<SourceMap>().Where(s => s["url"] is SourceScalar)];

    /// <summary>
    /// Returns the security requirements: the names of the schemes, with the required scopes. The result is empty if no
    /// authentication is needed.
    /// </summary>
    public Dictionary<string, IReadOnlySet<string>> Security(OpenApiContract contract)
    {
        var requirements = (Node.Has("security") ? Node : contract.Root).List("security").OfType<SourceMap>().ToArray();
        if (requirements.Any(r => r.Entries.Count == 0))
        {
            return [];
        }

        // Either of two requirements with the same schemes is sufficient, so only the scopes that both require are required.
        return requirements
            .GroupBy(r => string.Join(" and ", r.Entries.Select(e => e.Key.Text).Order(StringComparer.Ordinal)))
            .ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(Scopes).Aggregate((a, b) => [.. a.Intersect(b)]), StringComparer.Ordinal);

        static HashSet<string> Scopes(SourceMap requirement)
            => [.. requirement.Entries.SelectMany(e => requirement.List(e.Key.Text).OfType<SourceScalar>().Select(s => $"{s.Text} ({e.Key.Text})"))];
    }
}

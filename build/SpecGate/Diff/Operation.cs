using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Diff;

/// <summary>An operation, found again in another contract by its method and its path, whatever the placeholders' names.</summary>
internal sealed record Operation(string Where, SourceScalar Method, SourceMap Node, Located Path)
{
    public SourceFile File => Path.File;

    public static Dictionary<string, Operation> All(OpenApiContract contract)
    {
        var operations = new Dictionary<string, Operation>(StringComparer.Ordinal);
        // Anything may stand under an extension, x-.
        foreach (var path in contract.Root.Map("paths")?.Entries.Where(e => e.Key.Text.StartsWith('/')) ?? [])
        {
            if (contract.Follow(path.Value, OpenApi30.PathItem, contract.Main) is not { } item)
            {
                continue;
            }

            foreach (var entry in item.Node.Entries.Where(e => OpenApi30.Methods.Contains(e.Key.Text)))
            {
                var method = entry.Key.Text.ToUpperInvariant();
                operations[$"{method} {RequestPath.WithoutNames(path.Key.Text)}"] = new Operation($"{method} {path.Key.Text}", entry.Key, (SourceMap)entry.Value, item);
            }
        }

        return operations;
    }

    /// <summary>By place and name; those of the path by their order in it, so that a new name is a new name only.</summary>
    public Dictionary<string, Located> Parameters(OpenApiContract contract)
    {
        var placeholders = new RequestPath(Where).Placeholders.ToList();
        var parameters = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var parameter in Path.Node.List("parameters").Concat(Node.List("parameters")).Select(p => contract.Follow(p, OpenApi30.Parameter, File)).OfType<Located>())
        {
            var name = parameter.Node.Text("name")!;
            var place = parameter.Node.Text("in")!;
            parameters[place == "path" ? $"path {placeholders.IndexOf(name)}" : $"{place} {name}"] = parameter;
        }

        return parameters;
    }

    /// <summary>The responses by their statuses. A key that is no status is ignored, and the first of two keys of one status counts.</summary>
    public Dictionary<ResponseStatus, Located> Responses(OpenApiContract contract)
    {
        var responses = new Dictionary<ResponseStatus, Located>();
        foreach (var entry in Node.Map("responses")?.Entries ?? [])
        {
            if (ResponseStatus.Parse(entry.Key.Text) is { } status && contract.Follow(entry.Value, OpenApi30.Response, File) is { } response)
            {
                responses.TryAdd(status, response);
            }
        }

        return responses;
    }

    public Located? RequestBody(OpenApiContract contract) => contract.Follow(Node["requestBody"], OpenApi30.RequestBody, File);

    /// <summary>The servers of the operation or of its path, which take the place of the contract's.</summary>
    public IReadOnlyList<SourceMap> OwnServers => Node.Has("servers") ? Servers(Node) : Servers(Path.Node);

    public IReadOnlyList<SourceMap> Servers(OpenApiContract contract) => OwnServers is [] ? Servers(contract.Root) : OwnServers;

    public static IReadOnlyList<SourceMap> Servers(SourceMap place) => [.. place.List("servers").OfType<SourceMap>().Where(s => s["url"] is SourceScalar)];

    /// <summary>The ways to authenticate, each as the names of its schemes, with the scopes it asks for; none if none is needed.</summary>
    public Dictionary<string, IReadOnlySet<string>> Security(OpenApiContract contract)
    {
        var requirements = (Node.Has("security") ? Node : contract.Root).List("security").OfType<SourceMap>().ToArray();
        if (requirements.Any(r => r.Entries.Count == 0))
        {
            return [];
        }

        // Of two ways with the same schemes, one is enough: only a scope that both ask for is asked for.
        return requirements
            .GroupBy(r => string.Join(" and ", r.Entries.Select(e => e.Key.Text).Order(StringComparer.Ordinal)))
            .ToDictionary(g => g.Key, g => (IReadOnlySet<string>)g.Select(Scopes).Aggregate((a, b) => [.. a.Intersect(b)]), StringComparer.Ordinal);

        static HashSet<string> Scopes(SourceMap requirement)
            => [.. requirement.Entries.SelectMany(e => requirement.List(e.Key.Text).OfType<SourceScalar>().Select(s => $"{s.Text} ({e.Key.Text})"))];
    }
}

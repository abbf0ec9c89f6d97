using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>
/// Decides which C# is generated from a contract: every name, type, nullability and argument order. What cannot be generated
/// becomes a finding.
/// </summary>
internal sealed class ModelBuilder
{
    private readonly OpenApiContract _contract;
    private readonly Findings _findings;

    private ModelBuilder(OpenApiContract contract, Findings findings)
    {
        _contract = contract;
        _findings = findings;
    }

    /// <summary>Builds the model of a contract.</summary>
    /// <param name="contract">A contract without other errors.</param>
    /// <param name="findings">Receives what cannot be generated.</param>
    /// <returns>The model, which is incomplete if there are errors.</returns>
    public static ApiModel Build(OpenApiContract contract, Findings findings) => new ModelBuilder(contract, findings).Build();

    private ApiModel Build()
    {
        var operations = Operations().ToArray();
        var groups = operations.Select(o => o.Group).Distinct(StringComparer.Ordinal).ToArray();
        RefuseCollisions(operations);
        var names = new NameScope([.. RuntimeTypes.Names, .. groups.SelectMany(g => new[] { g + "Client", $"I{g}Client" })]);
        var types = new TypeBuilder(_contract, names, Refuse);
        var builder = new OperationBuilder(_contract, types, Refuse);
        var models = operations.Select(builder.Build).ToArray();
        var info = _contract.Root.Map("info");
        return new ApiModel(info?.Text("title") ?? "", info?.Text("version") ?? "", Server(), models, types.Definitions);
    }

    private IEnumerable<ContractOperation> Operations()
    {
        foreach (var path in _contract.Root.Map("paths")?.Entries.Where(e => !e.Key.Text.StartsWith("x-", StringComparison.Ordinal)) ?? [])
        {
            if (_contract.Follow(path.Value, OpenApi30.PathItem, _contract.Main) is not { } item)
            {
                continue;
            }

            RefuseServers(item.Node, item.File);
            foreach (var entry in item.Node.Entries.Where(e => OpenApi30.Methods.Contains(e.Key.Text)))
            {
                if (entry.Value is SourceMap node && node.Text("operationId")?.Split('_', 2) is [var group, var method])
                {
                    RefuseServers(node, item.File);
                    // An operationId of another form has its finding; it must not spoil the names of types.
                    yield return new ContractOperation(path.Key.Text, entry.Key.Text, Identifier.Pascal(group, "_"), Identifier.Pascal(method, "_"), node, item.Node, item.File);
                }
            }
        }
    }

    // Each operation has two methods, and each group a class and an interface.
    private void RefuseCollisions(ContractOperation[] operations)
    {
        var groups = operations.Select(o => o.Group).ToHashSet(StringComparer.Ordinal);
        var methods = operations.Select(o => (o.Group, o.Method + "WithResponse")).ToHashSet();
        foreach (var operation in operations)
        {
            if (methods.Contains((operation.Group, operation.Method)))
            {
                Refuse(operation.Node["operationId"]!, operation.File, $"this operationId: {operation.Group}_{operation.Method[..^"WithResponse".Length]} has a method of that name");
            }

            if (operation.Group.StartsWith('I') && groups.Contains(operation.Group[1..]))
            {
                Refuse(operation.Node["operationId"]!, operation.File, $"this operationId: the group {operation.Group[1..]} has an interface of that name");
            }

            if (RuntimeTypes.Names.Contains(operation.Group + "Client"))
            {
                Refuse(operation.Node["operationId"]!, operation.File, $"this operationId: the class of the group {operation.Group} would hide {operation.Group}Client, which it needs itself");
            }
        }
    }

    // Where a client sends to without a base address: the first server, with its variables' defaults.
    private string? Server()
    {
        if (_contract.Root.List("servers").OfType<SourceMap>().FirstOrDefault() is not { } server || server.Text("url") is not { } url)
        {
            return null;
        }

        // A URL with a variable that has no value leads nowhere.
        if (Regex.Matches(url, @"\{([^{}]*)\}").Any(v => server.Map("variables")?.Map(v.Groups[1].Value)?.Text("default") is null))
        {
            return null;
        }

        foreach (var variable in server.Map("variables")?.Entries ?? [])
        {
            if ((variable.Value as SourceMap)?.Text("default") is { } value)
            {
                url = url.Replace("{" + variable.Key.Text + "}", value, StringComparison.Ordinal);
            }
        }

        if (url.IndexOfAny(['?', '#']) >= 0)
        {
            Refuse(server["url"]!, _contract.Main, "a server with a query or a fragment, which a path cannot follow");
        }

        // Without a host there is nowhere to send to; the caller's base address says where.
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https") ? InvisibleCharacters.Escape(url) == url ? url : uri.AbsoluteUri : null;
    }

    private void RefuseServers(SourceMap owner, SourceFile file)
    {
        if (owner.Entry("servers") is { } servers)
        {
            Refuse(servers.Key, file, "servers of a path or an operation: a client sends to one server");
        }
    }

    private void Refuse(SourceNode node, SourceFile file, string what)
        => _findings.Add(Rule.NotGenerated, file.Path, node.Start, $"The templates in build/templates cannot generate {what}.");
}

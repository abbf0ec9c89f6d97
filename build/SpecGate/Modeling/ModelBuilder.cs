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
        var operations = OperationNames.Of(_contract);
        foreach (var operation in operations)
        {
            RefuseServers(operation.PathItem, operation.File);
            RefuseServers(operation.Node, operation.File);
        }

        var groups = operations.Select(o => o.Group).Distinct(StringComparer.Ordinal);
        var names = new NameScope([.. RuntimeTypes.Names, .. groups.SelectMany(g => new[] { g + "Client", $"I{g}Client" })]);
        var types = new TypeBuilder(_contract, names, Refuse);
        var builder = new OperationBuilder(_contract, types, Refuse);
        var models = operations.Select(builder.Build).ToArray();
        var info = _contract.Root.Map("info");
        return new ApiModel(info?.Text("title") ?? "", info?.Text("version") ?? "", Server(), models, types.Definitions);
    }

    // Where a client sends to without a base address: the first server, with its variables' defaults.
    private string? Server()
    {
        if (_contract.Root.List("servers").OfType<SourceMap>().FirstOrDefault() is not { } server || server.Text("url") is not { } url)
        {
            return null;
        }

        foreach (var variable in server.Map("variables")?.Entries ?? [])
        {
            url = url.Replace("{" + variable.Key.Text + "}", (variable.Value as SourceMap)?.Text("default"), StringComparison.Ordinal);
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

using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Operations;
using Plannr.SpecGate.Modeling.Names;
using Plannr.SpecGate.Modeling.Operations;
using Plannr.SpecGate.Modeling.Types;
using Plannr.SpecGate.Modeling.Unsupported;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>
/// Builds the model of the C# that is generated from a contract: every name, type, nullability and argument order. Parts that
/// cannot be generated become findings.
/// </summary>
internal sealed class ModelBuilder
{
    private const string CannotGenerate = "The templates in build/templates cannot generate";

    private readonly OpenApiContract _contract;
    private readonly Refusals _refusals = new();

    private ModelBuilder(OpenApiContract contract) => _contract = contract;

    /// <summary>Builds the model of a contract.</summary>
    /// <param name="contract">A contract without other errors.</param>
    /// <param name="findings">Receives the parts that cannot be generated.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out of the model.</param>
    /// <returns>The model, which is incomplete if there are errors.</returns>
    public static ApiModel Build(OpenApiContract contract, Findings findings, bool skipsUnsupported = false)
        => new ModelBuilder(contract).Build(findings, skipsUnsupported);

    private ApiModel Build(Findings findings, bool skipsUnsupported)
    {
        var operations = OperationNames.Of(_contract);
        var groups = operations.Select(o => o.Group).Distinct(StringComparer.Ordinal);
        var names = new NameScope([.. RuntimeTypes.Names, .. groups.SelectMany(g => new[] { g + "Client", $"I{g}Client" })]);
        var types = new TypeBuilder(_contract, names, _refusals);
        var components = types.Definitions.Select(d => d.Name).ToHashSet(StringComparer.Ordinal);
        var servers = new ServerBuilder(_contract, _refusals.Add);
        var models = Operations(operations, types, servers);
        var info = _contract.Root.Map("info");
        var api = new ApiModel(info?.Text("title") ?? "", info?.Text("version") ?? "", servers.Default, models, NestedUnions.Limit(types.Definitions));
        foreach (var (at, message) in _refusals.Warnings)
        {
            findings.Add(Rule.Simplified, at.File, at.Mark, message);
        }

        if (skipsUnsupported)
        {
            return LeaveOut(api, operations, types, components, findings);
        }

        foreach (var refusal in _refusals.All)
        {
            Refuse(refusal, findings);
        }

        return api;
    }

    private ApiModel LeaveOut(ApiModel api, IReadOnlyList<SourceOperation> operations, TypeBuilder types, HashSet<string> components, Findings findings)
    {
        var ofTypes = new Dictionary<string, Refusal>(StringComparer.Ordinal);
        var ofOperations = new Dictionary<SourceMap, Refusal>();
        var nodes = operations.Select(o => o.Node).ToHashSet();
        foreach (var refusal in _refusals.All)
        {
            if (refusal.Owner is { } owner && types.NameOf(owner) is { } type)
            {
                ofTypes.TryAdd(type, refusal);
                findings.Add(Rule.LeftOut, refusal.At.File, refusal.At.Mark, $"The type {type} is left out, with everything that uses it. {CannotGenerate} {refusal.What}.");
            }
            else if (refusal.Owner is { } operation && nodes.Contains(operation))
            {
                ofOperations.TryAdd(operation, refusal);
            }
            else
            {
                // It affects the whole contract.
                Refuse(refusal, findings);
            }
        }

        var unsupported = new UnsupportedParts(api, ofTypes, operations.Select(o => ofOperations.GetValueOrDefault(o.Node)));
        foreach (var (operation, reason) in operations.Zip(unsupported.Operations).Where(o => o.Second is not null))
        {
            var place = reason!.At.File == operation.File.Path ? $"line {reason.At.Mark.Line}" : $"{reason.At.File}, line {reason.At.Mark.Line}";
            findings.Add(Rule.LeftOut, operation.File.Path, operation.Key.Start, $"The operation '{operation.Verb} {operation.Path}' is left out. {CannotGenerate} {reason.What} ({place}).");
        }

        return unsupported.LeaveOut(components.Contains);
    }

    private OperationModel[] Operations(IEnumerable<SourceOperation> operations, TypeBuilder types, ServerBuilder servers)
    {
        var builder = new OperationBuilder(_contract, types, servers, _refusals.Add, _refusals.Warn);
        var models = new List<OperationModel>();
        foreach (var operation in operations)
        {
            _refusals.Within(operation.Node, () => models.Add(builder.Build(operation)));
        }

        return [.. models];
    }

    private static void Refuse(Refusal refusal, Findings findings)
        => findings.Add(Rule.NotGenerated, refusal.At.File, refusal.At.Mark, $"{CannotGenerate} {refusal.What}.");
}

using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling;

/// <summary>
/// Names the operations of a contract: after an operationId of the form <c>Group_Method</c>, or else after tag, operationId, verb and
/// path. Each has the name that it would have alone, whatever operations are added, unless several want the same.
/// </summary>
internal static partial class OperationNames
{
    // Where a name comes from. Of operations that want the same name, those with the last source get one of the next.
    private enum NameSource
    {
        WrittenId,
        Id,
        Path,
        ExactPath,
    }

    /// <summary>Whether an operationId says both the group and the method.</summary>
    public static bool IsWritten(string id) => WrittenForm().IsMatch(id);

    /// <summary>The operations of a contract, in its order, with their names.</summary>
    public static IReadOnlyList<ContractOperation> Of(OpenApiContract contract)
    {
        var drafts = SeparateClasses([.. ContractOperation.All(contract).Select(Wanted)]);
        for (var taken = Taken(drafts); taken.Count > 0; taken = Taken(drafts))
        {
            drafts = [.. drafts.Select(d => taken.Contains(d) ? Next(d) : d)];
        }

        return [.. drafts.Select(d => d.Operation)];
    }

    private static Draft Wanted(ContractOperation operation)
    {
        if (operation.Id is { } written && IsWritten(written.Text) && written.Text.Split('_') is [var group, var method])
        {
            return new Draft(operation with { Group = ClientName.AvoidRuntime(group), Method = method }, NameSource.WrittenId);
        }

        var words = ClientName.Words((operation.Node.List("tags").FirstOrDefault() as SourceScalar)?.Text, operation.Path);
        var named = operation with { Group = ClientName.Derive(words) };
        return operation.Id is { } id && MethodName.FromId(id.Text, words) is { } name
            ? new Draft(named with { Method = name }, NameSource.Id)
            : new Draft(named with { Method = MethodName.FromPath(operation.Verb, operation.Path) }, NameSource.Path);
    }

    // The class of a written group may have the name of another group's interface; that of a derived one has not.
    private static Draft[] SeparateClasses(Draft[] drafts)
    {
        var interfaces = drafts.Select(d => "I" + d.Operation.Group).ToHashSet(StringComparer.Ordinal);
        return [.. drafts.Select(d => interfaces.Contains(d.Operation.Group) ? d with { Operation = d.Operation with { Group = ClientName.AvoidInterface(d.Operation.Group) } } : d)];
    }

    // Those that cannot have their names, and can have others.
    private static HashSet<Draft> Taken(Draft[] drafts)
    {
        var seconds = drafts.Select(d => (d.Operation.Group, d.Operation.Method + MethodName.SecondSuffix)).ToHashSet();
        return [.. drafts.GroupBy(d => (d.Operation.Group, d.Operation.Method))
            .SelectMany(same => seconds.Contains(same.Key) ? same : same.Count() > 1 ? same.GroupBy(d => d.Source).MaxBy(s => s.Key)! : Enumerable.Empty<Draft>())
            .Where(d => d.Source < NameSource.ExactPath)];
    }

    private static Draft Next(Draft draft)
        => draft.Source < NameSource.Path
            ? new Draft(draft.Operation with { Method = MethodName.FromPath(draft.Operation.Verb, draft.Operation.Path) }, NameSource.Path)
            : new Draft(draft.Operation with { Method = MethodName.FromExactPath(draft.Operation.Verb, draft.Operation.Path) }, NameSource.ExactPath);

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex WrittenForm();

    private sealed record Draft(ContractOperation Operation, NameSource Source);
}

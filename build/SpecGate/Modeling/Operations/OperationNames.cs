using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Modeling.Operations;

/// <summary>
/// Names the operations of a contract: by an operationId of the form <c>Group_Method</c>, or else by tag, operationId, verb and path.
/// An added operation does not change the name of another one, unless both would have the same name.
/// </summary>
internal static partial class OperationNames
{
    // The source of a name. Of operations with the same name, those with the highest source get a name from the next source.
    private enum NameSource
    {
        WrittenId,
        Id,
        Path,
        ExactPath,
    }

    /// <summary>Returns whether an operationId has the form <c>Group_Method</c>.</summary>
    public static bool IsWritten(string id) => WrittenForm().IsMatch(id);

    /// <summary>Returns the operations of a contract in its order, with their names.</summary>
    public static IReadOnlyList<SourceOperation> Of(OpenApiContract contract)
    {
        var drafts = SeparateClasses([.. SourceOperation.All(contract).Select(Preferred)]);
        for (var conflicting = Conflicting(drafts); conflicting.Count > 0; conflicting = Conflicting(drafts))
        {
            drafts = [.. drafts.Select(d => conflicting.Contains(d) ? Next(d) : d)];
        }

        return [.. drafts.Select(d => d.Operation)];
    }

    private static Draft Preferred(SourceOperation operation)
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

    // The class of a group from an operationId may have the name of another group's interface. Derived groups avoid this.
    private static Draft[] SeparateClasses(Draft[] drafts)
    {
        var interfaces = drafts.Select(d => "I" + d.Operation.Group).ToHashSet(StringComparer.Ordinal);
        return [.. drafts.Select(d => interfaces.Contains(d.Operation.Group) ? d with { Operation = d.Operation with { Group = ClientName.AvoidInterface(d.Operation.Group) } } : d)];
    }

    // The operations whose names conflict and that have another name to fall back on.
    private static HashSet<Draft> Conflicting(Draft[] drafts)
    {
        var responseMethods = drafts.Select(d => (d.Operation.Group, d.Operation.Method + MethodName.ResponseSuffix)).ToHashSet();
        return [.. drafts.GroupBy(d => (d.Operation.Group, d.Operation.Method))
            .SelectMany(same => responseMethods.Contains(same.Key) ? same : same.Count() > 1 ? same.GroupBy(d => d.Source).MaxBy(s => s.Key)! : Enumerable.Empty<Draft>())
            .Where(d => d.Source < NameSource.ExactPath)];
    }

    private static Draft Next(Draft draft)
        => draft.Source < NameSource.Path
            ? new Draft(draft.Operation with { Method = MethodName.FromPath(draft.Operation.Verb, draft.Operation.Path) }, NameSource.Path)
            : new Draft(draft.Operation with { Method = MethodName.FromExactPath(draft.Operation.Verb, draft.Operation.Path) }, NameSource.ExactPath);

    [GeneratedRegex(@"\A[A-Z][A-Za-z0-9]*_[A-Z][A-Za-z0-9]*\z")]
    private static partial Regex WrittenForm();

    private sealed record Draft(SourceOperation Operation, NameSource Source);
}

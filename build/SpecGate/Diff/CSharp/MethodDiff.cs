using System.Text.RegularExpressions;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Model;
using Plannr.SpecGate.Model.Operations;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Compares the methods of the clients of two models.</summary>
internal sealed partial class MethodDiff(ApiModel old, ApiModel now, TypeNames oldNames, Conversions conversions, CSharpChanges changes)
{
    public void Compare()
    {
        var unmatched = now.Operations.ToDictionary(Name, StringComparer.Ordinal);
        var groups = old.Operations.Select(o => o.Group).ToHashSet(StringComparer.Ordinal);
        var gone = new List<OperationModel>();
        foreach (var operation in old.Operations)
        {
            if (unmatched.Remove(Name(operation), out var current))
            {
                CompareMethods(operation, current);
            }
            else
            {
                gone.Add(operation);
            }
        }

        foreach (var operation in gone)
        {
            if (unmatched.Values.FirstOrDefault(o => Address(o) == Address(operation)) is not { } renamed)
            {
                changes.Add("method-removed", Impact.Breaking, Name(operation), "The method was removed.", operation.At);
                continue;
            }

            unmatched.Remove(Name(renamed));
            changes.Add("method-renamed", Impact.Breaking, Name(operation), $"The method was renamed to {Name(renamed)}.", renamed.At);
            CompareMethods(operation, renamed);
        }

        foreach (var added in unmatched.Values)
        {
            var isRisk = groups.Contains(added.Group);
            changes.Add("method-added", isRisk ? Impact.Risky : Impact.Compatible, Name(added), $"The method was added{(isRisk ? "; code that implements the client's interface must add it" : "")}.", added.At);
        }
    }

    private static string Name(OperationModel operation) => $"{operation.Group}Client.{operation.MethodName}";

    private static string Address(OperationModel operation) => $"{operation.Verb} {Placeholder().Replace(operation.Path, "{}")}";

    private void CompareMethods(OperationModel before, OperationModel after)
    {
        var where = Name(after);
        changes.AddDeprecation(where, before.IsDeprecated, after.IsDeprecated, after.At);
        new ArgumentDiff(where, oldNames, conversions, changes).Compare(before, after);
        CompareResults(where, before, after);
        CompareErrors(where, before, after);
    }

    private void CompareResults(string where, OperationModel before, OperationModel after)
    {
        var (from, to) = (before.Result is { } was ? new TypeUse(was.Type, was.IsNullable) : default, after.Result is { } result ? new TypeUse(result.Type, result.IsNullable) : default(TypeUse));
        var (oldText, newText) = (from.Type is null ? "nothing" : from.Of(oldNames), to.Type is null ? "nothing" : to.Of(TypeNames.Unchanged));
        if (oldText != newText)
        {
            var isAnnotation = from.Type is not null && to.Type is not null && from.Erased(oldNames) == to.Erased(TypeNames.Unchanged);
            changes.Add(isAnnotation ? "result-nullability-changed" : "result-type-changed", isAnnotation ? Impact.Risky : Impact.Breaking, where, $"The result changed from {oldText} to {newText}.", after.At);
        }
    }

    // Only errors with a type are visible in C#: catch blocks name the type.
    private void CompareErrors(string where, OperationModel before, OperationModel after)
    {
        var (from, to) = (Errors(before, oldNames), Errors(after, TypeNames.Unchanged));
        foreach (var (status, type) in from)
        {
            if (to.TryGetValue(status, out var current))
            {
                if (current != type)
                {
                    changes.Add("error-type-changed", Impact.Risky, where, $"The error of status {status} changed from {type} to {current}; code that catches the old type does not catch the new one.", after.At);
                }
            }
            else
            {
                var isCovered = Covering(status).Select(s => to.GetValueOrDefault(s)).FirstOrDefault(t => t is not null) == type;
                changes.Add("error-type-removed", isCovered ? Impact.Compatible : Impact.Risky, where, $"The error of status {status} with {type} was removed{(isCovered ? "; a wider status covers it" : "")}.", after.At);
            }
        }

        foreach (var (status, type) in to.Where(e => !from.ContainsKey(e.Key)))
        {
            var isSame = Covering(status).Select(s => from.GetValueOrDefault(s)).FirstOrDefault(t => t is not null) is not { } covering || covering == type;
            changes.Add("error-type-added", isSame ? Impact.Compatible : Impact.Risky, where, $"The error of status {status} with {type} was added{(isSame ? "" : "; before, it had another type")}.", after.At);
        }
    }

    private static Dictionary<string, string> Errors(OperationModel operation, TypeNames names)
        => operation.Errors.Where(e => e.Type is not null).ToDictionary(e => e.Status, e => names.Of(e.Type!), StringComparer.Ordinal);

    // The statuses whose type is used if a status is not documented itself.
    private static IEnumerable<string> Covering(string status) => ResponseStatus.Parse(status)?.Range is { } range ? [range.Text, ResponseStatus.Default.Text] : [];

    [GeneratedRegex(@"\{[^{}/]*\}")]
    private static partial Regex Placeholder();
}

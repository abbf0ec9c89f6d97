using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Model.Operations;

namespace Plannr.SpecGate.Diff.CSharp;

/// <summary>Compares the arguments of a method. Callers may pass them by position or by name.</summary>
internal sealed class ArgumentDiff(string where, TypeNames oldNames, Conversions conversions, CSharpChanges changes)
{
    public void Compare(OperationModel old, OperationModel now)
    {
        var before = old.Arguments.Select(a => (Key: Key(old, a), Argument: a)).ToList();
        var after = now.Arguments.Select(a => (Key: Key(now, a), Argument: a)).ToList();
        FollowMoves(before, after);
        foreach (var (key, argument) in before)
        {
            if (after.Find(a => a.Key == key).Argument is { } current)
            {
                CompareArgument(argument, current);
            }
            else
            {
                changes.Add("argument-removed", Impact.Breaking, where, $"The argument {argument.Variable} was removed.", argument.At);
            }
        }

        foreach (var (index, (key, added)) in after.Index().Where(a => !before.Exists(b => b.Key == a.Item.Key)))
        {
            var isBefore = after.Skip(index + 1).Any(a => before.Exists(b => b.Key == a.Key));
            changes.Add("argument-added", added.IsRequired || isBefore ? Impact.Breaking : Impact.Risky, where,
                $"The {(added.IsRequired ? "required" : "optional")} argument {added.Variable} was added{(isBefore ? " before others, which code may pass by position" : "")}.", added.At);
        }

        CompareOrder([.. before.Where(b => after.Exists(a => a.Key == b.Key))], [.. after.Where(a => before.Exists(b => b.Key == a.Key))], now);
    }

    // Arguments are identified by location and name. Path parameters are identified by their order, so that a renamed one is still
    // the same argument.
    private static string Key(OperationModel operation, ArgumentModel argument) => argument switch
    {
        ParameterModel { Place: ParameterPlace.Path } path => $"path {PlaceholdersBefore(operation.Path, path.WireName)}",
        ParameterModel parameter => $"{parameter.Place} {parameter.WireName}",
        _ => "body",
    };

    private static int PlaceholdersBefore(string path, string name)
        => path[..Math.Max(path.IndexOf($"{{{name}}}", StringComparison.Ordinal), 0)].Count(c => c == '{');

    // A parameter that moved to another location, such as from the query to a header, is still the same argument.
    private static void FollowMoves(List<(string Key, ArgumentModel Argument)> before, List<(string Key, ArgumentModel Argument)> after)
    {
        for (var i = 0; i < before.Count; i++)
        {
            var (key, argument) = before[i];
            if (!after.Exists(a => a.Key == key) && after.Find(a => a.Argument.Variable == argument.Variable && !before.Exists(b => b.Key == a.Key)) is { Argument: not null } moved)
            {
                before[i] = (moved.Key, argument);
            }
        }
    }

    private void CompareArgument(ArgumentModel before, ArgumentModel after)
    {
        if (before.Variable != after.Variable)
        {
            changes.Add("argument-renamed", Impact.Risky, where, $"The argument {before.Variable} was renamed to {after.Variable}; calls with named arguments break.", after.At);
        }

        var (was, became) = (new TypeUse(before.Type, before.IsNullable), new TypeUse(after.Type, after.IsNullable));
        if (before.IsRequired != after.IsRequired)
        {
            changes.Add(after.IsRequired ? "argument-became-required" : "argument-became-optional", after.IsRequired ? Impact.Breaking : Impact.Risky, where,
                $"The argument {after.Variable} became {(after.IsRequired ? "required" : "optional")}.", after.At);
            // The nullability follows from this change.
            (was, became) = (was with { IsNullable = false }, became with { IsNullable = false });
        }

        var (oldText, newText) = (Sequence(was.Of(oldNames)), Sequence(became.Of(TypeNames.Unchanged)));
        if (oldText != newText)
        {
            var isBreaking = was.Erased(oldNames) != became.Erased(TypeNames.Unchanged) && !conversions.Exists(was, became);
            changes.Add("argument-type-changed", isBreaking ? Impact.Breaking : Impact.Risky, where, $"The type of the argument {after.Variable} changed from {oldText} to {newText}.", after.At);
        }
    }

    // Arguments are sequences where properties are lists.
    private static string Sequence(string type) => type.StartsWith("IList<", StringComparison.Ordinal) ? "IEnumerable" + type["IList".Length..] : type;

    private void CompareOrder(List<(string Key, ArgumentModel Argument)> before, List<(string Key, ArgumentModel Argument)> after, OperationModel now)
    {
        if (!before.Select(b => b.Key).SequenceEqual(after.Select(a => a.Key)))
        {
            changes.Add("argument-order-changed", Impact.Breaking, where,
                $"The order of the arguments changed from ({Names(before)}) to ({Names(after)}); calls with positional arguments break, or pass the wrong values.", now.At);
        }

        static string Names(List<(string Key, ArgumentModel Argument)> arguments) => string.Join(", ", arguments.Select(a => a.Argument.Variable));
    }
}

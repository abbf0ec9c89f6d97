using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff.Changes;

namespace Plannr.SpecGate.Diff.Operations;

/// <summary>Compares callbacks. No code is generated for them.</summary>
internal static class CallbackDiff
{
    public static void Compare(Comparison comparison, ComparedOperation old, ComparedOperation now)
    {
        var (before, after) = (Callbacks(comparison.Old, old), Callbacks(comparison.New, now));
        foreach (var added in after.Except(before))
        {
            comparison.Add("callback-added", Impact.Risky, now.Where, $"The callback {added} was added; callers that registered a URL may receive it.", now.File, now.Node.Entry("callbacks")!.Key);
        }

        foreach (var removed in before.Except(after))
        {
            comparison.Add("callback-removed", Impact.Risky, now.Where, $"The callback {removed} was removed; callers that registered a URL no longer receive it.", old.File, old.Node.Entry("callbacks")!.Key);
        }
    }

    private static List<string> Callbacks(OpenApiContract contract, ComparedOperation operation)
        => [.. from callback in operation.Node.Map("callbacks")?.Entries ?? []
               let located = contract.Follow(callback.Value, OpenApi30.PathItem, operation.File)
               where located is not null
               from url in located.Node.Entries
               where !url.Key.Text.StartsWith("x-", StringComparison.Ordinal)
               from method in contract.Follow(url.Value, OpenApi30.PathItem, located.File)?.Node.Entries ?? []
               where OpenApi30.Methods.Contains(method.Key.Text)
               select $"{callback.Key.Text} ({method.Key.Text.ToUpperInvariant()} {url.Key.Text})"];
}

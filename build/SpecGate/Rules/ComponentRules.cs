using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>Checks the names of components.</summary>
internal static class ComponentRules
{
    public static void Check(OpenApiContract contract, Findings findings)
    {
        var kinds = contract.Root.Map("components")?.Entries.Where(e => !e.Key.Text.StartsWith("x-", StringComparison.Ordinal)) ?? [];
        foreach (var name in kinds.SelectMany(k => (k.Value as SourceMap)?.Entries ?? []).Select(e => e.Key).Where(n => !IsAllowed(n.Text)))
        {
            findings.Add(Rule.ComponentName, contract.Main.Path, name.Start, $"OpenAPI does not allow '{name.Text}' as the name of a component. Use only ASCII letters, digits, '.', '-' and '_'.");
        }
    }

    private static bool IsAllowed(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}

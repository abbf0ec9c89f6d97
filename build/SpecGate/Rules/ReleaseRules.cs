using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Rules;

/// <summary>
/// Compares a contract with its last release: the highest version of <c>released/name-version.yaml</c> beside it. A change that breaks
/// callers or C# requires a new major version.
/// </summary>
internal static class ReleaseRules
{
    public static void Check(OpenApiContract contract, Findings findings)
    {
        if (LastRelease(contract.Main.Path) is not var (file, released) || contract.Root.Map("info")?["version"] is not SourceScalar version
            || !Version.TryParse(version.Text, out var current) || current.Major > released.Major)
        {
            return;
        }

        var problems = new Findings();
        var old = OpenApiContract.Read(file, problems);
        CompositionRules.Check(old, problems);
        if (problems.FirstOrDefault(p => p.Rule.IsError) is { } first)
        {
            findings.Add(Rule.BreaksRelease, file, first.Mark, $"The released contract cannot be read: {first.Message}");
            return;
        }

        foreach (var change in ContractDiff.Compare(old, contract).Where(c => c.Impact == Impact.Breaking))
        {
            var affected = change.Audience == Audience.Callers ? "callers of" : "C# that compiles against";
            var mark = change.File == contract.Main.Path ? change.Mark : version.Start;
            findings.Add(Rule.BreaksRelease, contract.Main.Path, mark, $"{change.Where}: {change.Message} This breaks {affected} {released}. Revert the change, or set info.version to {released.Major + 1}.0.0.");
        }
    }

    private static (string File, Version Version)? LastRelease(string contract)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(contract))!, "released");
        var prefix = Path.GetFileNameWithoutExtension(contract) + "-";
        var releases = from file in Directory.Exists(folder) ? Directory.GetFiles(folder, prefix + "*" + Path.GetExtension(contract)) : []
                       let version = Version.TryParse(Path.GetFileNameWithoutExtension(file)[prefix.Length..], out var parsed) ? parsed : null
                       where version is not null
                       orderby version descending
                       select (file, version);
        return releases.Select(r => ((string, Version)?)r).FirstOrDefault();
    }
}

using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate;

/// <summary>What people ask of the gate: its own program does, and <c>plannr contract</c>.</summary>
internal static class GateCommands
{
    /// <summary>Prints what is found in a contract, a line each.</summary>
    /// <param name="contract">The contract's file.</param>
    /// <param name="warningsAsErrors">Whether a warning is as bad.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <param name="output">Where to write the normalized contract; null for nowhere.</param>
    /// <returns>Whether the contract may be used: it has no errors and, if they count as errors, no warnings.</returns>
    public static async Task<bool> LintAsync(string contract, bool warningsAsErrors = false, bool skipsUnsupported = false, string? output = null)
    {
        var (findings, normalized) = await Linter.NormalizeAsync(contract, skipsUnsupported);
        foreach (var finding in findings)
        {
            Console.WriteLine(finding);
        }

        if (output is not null && normalized is not null)
        {
            // Never half-written: who reads it takes it for finished.
            await File.WriteAllTextAsync(output + ".new", normalized.ToString().ReplaceLineEndings("\n"));
            File.Move(output + ".new", output, overwrite: true);
        }

        return !findings.HasErrors && !(warningsAsErrors && findings.Any());
    }

    /// <summary>Prints what changed between two contracts.</summary>
    /// <param name="oldPath">The earlier contract's file.</param>
    /// <param name="newPath">The later one's.</param>
    /// <param name="format">How: <c>text</c>, <c>json</c> or <c>markdown</c>.</param>
    /// <returns>Whether the contracts were compared; false if one of them has errors, which are printed on standard error.</returns>
    public static async Task<bool> DiffAsync(string oldPath, string newPath, string format)
    {
        // Only contracts without errors mean something, and so can be compared.
        foreach (var path in new[] { oldPath, newPath })
        {
            var errors = (await Linter.LintAsync(path)).Where(f => f.Rule.IsError && f.Rule != Rule.NotGenerated).ToArray();
            if (errors.Length > 0)
            {
                Array.ForEach(errors, Console.Error.WriteLine);
                return false;
            }
        }

        var findings = new Findings();
        var (old, now) = (OpenApiContract.Read(oldPath, findings), OpenApiContract.Read(newPath, findings));
        var report = new DiffReport(old, now, ContractDiff.Compare(old, now));
        Console.Write(format switch
        {
            "json" => report.ToJson(),
            "markdown" => report.ToMarkdown(),
            _ => report.ToText(),
        });
        return true;
    }
}

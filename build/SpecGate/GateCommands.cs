using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate;

/// <summary>What people ask of the gate: its own program does, and <c>plannr contract</c>.</summary>
internal static class GateCommands
{
    // A contract of somebody else's may have thousands of findings, of a few rules.
    private const int MaximumOfRule = 5;

    /// <summary>Prints every finding of a contract, a line each.</summary>
    /// <param name="contract">The contract's file.</param>
    /// <param name="warningsAsErrors">Whether a warning is as bad.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <param name="explains">Whether to print too what of a later version of OpenAPI is read as something of 3.0.</param>
    /// <returns>Whether the contract may be used: it has no errors and, if they count as errors, no warnings.</returns>
    public static async Task<bool> LintAsync(string contract, bool warningsAsErrors = false, bool skipsUnsupported = false, bool explains = false)
    {
        var (findings, _) = await Linter.NormalizeAsync(contract, skipsUnsupported);
        Print(findings);
        if (explains)
        {
            Print(OpenApiContract.Read(contract, new Findings()).Rewrites);
        }

        return !findings.HasErrors && !(warningsAsErrors && findings.Any());
    }

    /// <summary>Prints the first findings of each rule, a line each, and writes the normalized contract if there is no error.</summary>
    /// <param name="contract">The contract's file.</param>
    /// <param name="output">Where to write the normalized contract.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <returns>Whether the contract has no errors.</returns>
    public static async Task<bool> NormalizeAsync(string contract, string output, bool skipsUnsupported = false)
    {
        var (findings, normalized) = await Linter.NormalizeAsync(contract, skipsUnsupported);
        Print(findings.First(MaximumOfRule, $"dotnet \"{Environment.GetCommandLineArgs()[0]}\" lint \"{Path.GetFullPath(contract)}\""));
        if (normalized is not null)
        {
            // Never half-written: who reads it takes it for finished.
            await File.WriteAllTextAsync(output + ".new", normalized.ToString().ReplaceLineEndings("\n"));
            File.Move(output + ".new", output, overwrite: true);
        }

        return !findings.HasErrors;
    }

    /// <summary>Prints what changed between two contracts.</summary>
    /// <param name="oldPath">The earlier contract's file.</param>
    /// <param name="newPath">The later one's.</param>
    /// <param name="format">How: <c>text</c>, <c>json</c> or <c>markdown</c>.</param>
    /// <returns>Whether the contracts were compared; false if one of them has errors, which are printed on standard error.</returns>
    public static async Task<bool> DiffAsync(string oldPath, string newPath, string format)
    {
        if (!await CanCompareAsync(oldPath) || !await CanCompareAsync(newPath))
        {
            return false;
        }

        var findings = new Findings();
        PrintDiff(OpenApiContract.Read(oldPath, findings), OpenApiContract.Read(newPath, findings), format);
        return true;
    }

    /// <summary>Prints what changed between a contract that is known to have no errors and a file.</summary>
    /// <param name="old">The earlier contract, as text.</param>
    /// <param name="oldName">What the earlier contract is called in the output.</param>
    /// <param name="newPath">The later contract's file.</param>
    /// <param name="format">How: <c>text</c>, <c>json</c> or <c>markdown</c>.</param>
    /// <returns>Whether the contracts were compared; false if the file has errors, which are printed on standard error.</returns>
    public static async Task<bool> DiffTextAsync(string old, string oldName, string newPath, string format)
    {
        if (!await CanCompareAsync(newPath))
        {
            return false;
        }

        var findings = new Findings();
        PrintDiff(OpenApiContract.Parse(oldName, old, findings), OpenApiContract.Read(newPath, findings), format);
        return true;
    }

    // Only contracts without errors mean something, and so can be compared.
    private static async Task<bool> CanCompareAsync(string path)
    {
        var errors = (await Linter.LintAsync(path)).Where(f => f.Rule.IsError && f.Rule != Rule.NotGenerated).ToArray();
        Array.ForEach(errors, Console.Error.WriteLine);
        return errors.Length == 0;
    }

    private static void PrintDiff(OpenApiContract old, OpenApiContract now, string format)
    {
        var report = new DiffReport(old, now, ContractDiff.Compare(old, now));
        Console.Write(format switch
        {
            "json" => report.ToJson(),
            "markdown" => report.ToMarkdown(),
            _ => report.ToText(),
        });
    }

    private static void Print(IEnumerable<object> lines)
    {
        foreach (var line in lines)
        {
            Console.WriteLine(line);
        }
    }
}

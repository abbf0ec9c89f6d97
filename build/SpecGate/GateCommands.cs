using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate;

/// <summary>The commands of the gate. <c>specgate</c> and <c>plannr contract</c> run them.</summary>
internal static class GateCommands
{
    // A third-party contract may have thousands of findings of a few rules.
    private const int MaxFindingsOfRule = 5;

    /// <summary>Prints every finding of a contract on a line of its own.</summary>
    /// <param name="contract">The contract's file.</param>
    /// <param name="warningsAsErrors">Whether warnings count as errors.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <param name="explains">Whether to also print how keywords of OpenAPI 3.1 and 3.2 are read as OpenAPI 3.0.</param>
    /// <returns>True if the contract has no errors and, if warnings count as errors, no warnings.</returns>
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

    /// <summary>Prints the first findings of each rule, and writes the normalized contract if there are no errors.</summary>
    /// <param name="contract">The contract's file.</param>
    /// <param name="output">The file to write the normalized contract to.</param>
    /// <param name="skipsUnsupported">Whether operations and types that cannot be generated are left out, with a warning.</param>
    /// <returns>True if the contract has no errors.</returns>
    public static async Task<bool> NormalizeAsync(string contract, string output, bool skipsUnsupported = false)
    {
        var (findings, normalized) = await Linter.NormalizeAsync(contract, skipsUnsupported);
        Print(findings.First(MaxFindingsOfRule, $"dotnet \"{Environment.GetCommandLineArgs()[0]}\" lint \"{Path.GetFullPath(contract)}\""));
        if (normalized is not null)
        {
            // Written under another name first, because the build would use an incomplete file.
            await File.WriteAllTextAsync(output + ".new", normalized.ToString().ReplaceLineEndings("\n"));
            File.Move(output + ".new", output, overwrite: true);
        }

        return !findings.HasErrors;
    }

    /// <summary>Prints what changed between two contracts.</summary>
    /// <param name="oldPath">The earlier contract's file.</param>
    /// <param name="newPath">The later contract's file.</param>
    /// <param name="format">The output format: <c>text</c>, <c>json</c> or <c>markdown</c>.</param>
    /// <returns>True if the contracts were compared; false if one of them has errors, which are printed to standard error.</returns>
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

    /// <summary>Prints what changed between a contract that is known to have no errors and a contract in a file.</summary>
    /// <param name="old">The text of the earlier contract.</param>
    /// <param name="oldName">The name of the earlier contract in the output.</param>
    /// <param name="newPath">The later contract's file.</param>
    /// <param name="format">The output format: <c>text</c>, <c>json</c> or <c>markdown</c>.</param>
    /// <returns>True if the contracts were compared; false if the file has errors, which are printed to standard error.</returns>
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

    // Only contracts without errors can be compared, because the meaning of others is ambiguous.
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

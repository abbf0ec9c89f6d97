using System.Text;
using Plannr.SpecGate;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;

Console.OutputEncoding = Encoding.UTF8;
return args switch
{
    ["lint", var contract] => await LintAsync(contract),
    ["lint", var contract, "--warnings-as-errors"] => await LintAsync(contract, warningsAsErrors: true),
    ["normalize", var contract, var output] => await LintAsync(contract, output: output),
    ["diff", var old, var now] => await DiffAsync(old, now, "text"),
    ["diff", var old, var now, "--format", "text" or "json" or "markdown"] => await DiffAsync(old, now, args[^1]),
    _ => Usage(),
};

static async Task<int> LintAsync(string contract, bool warningsAsErrors = false, string? output = null)
{
    var (findings, normalized) = await Linter.NormalizeAsync(contract);
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

    return findings.HasErrors || (warningsAsErrors && findings.Any()) ? 1 : 0;
}

static async Task<int> DiffAsync(string oldPath, string newPath, string format)
{
    // Only contracts without errors mean something, and so can be compared.
    foreach (var path in new[] { oldPath, newPath })
    {
        var errors = (await Linter.LintAsync(path)).Where(f => f.Rule.IsError && f.Rule != Rule.NotGenerated).ToArray();
        if (errors.Length > 0)
        {
            Array.ForEach(errors, Console.Error.WriteLine);
            return 1;
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
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        specgate lint CONTRACT [--warnings-as-errors]
          Checks an OpenAPI 3.0 contract, and prints a line for each finding, in MSBuild's form.
        specgate normalize CONTRACT OUTPUT
          Does the same, and writes the contract, if it has no error, as the plain document that code is generated from.
        specgate diff OLD NEW [--format text|json|markdown]
          Says what changed between two contracts, for callers of the API and for users of the generated C#.
        Exit codes: 0 done, 1 errors (or, with the option, warnings), 2 usage.
        """);
    return 2;
}

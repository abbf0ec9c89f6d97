using System.Text;
using Plannr.SpecGate;

Console.OutputEncoding = Encoding.UTF8;
const string WarningsAsErrors = "--warnings-as-errors";
if (args is not ["lint", var contract, .. [] or [WarningsAsErrors]])
{
    Console.Error.WriteLine("""
        specgate lint CONTRACT [--warnings-as-errors]
          Checks an OpenAPI 3.0 contract, and prints a line for each finding, in MSBuild's form.
          Exit codes: 0 nothing that fails, 1 errors (or, with the option, warnings), 2 usage.
        """);
    return 2;
}

var findings = await Linter.LintAsync(contract);
foreach (var finding in findings)
{
    Console.WriteLine(finding);
}

return findings.HasErrors || (args.Contains(WarningsAsErrors) && findings.Any()) ? 1 : 0;

using System.Text;
using Plannr.SpecGate;

Console.OutputEncoding = Encoding.UTF8;
bool? succeeded = args switch
{
    ["lint", var contract] => await GateCommands.LintAsync(contract),
    ["lint", var contract, "--warnings-as-errors"] => await GateCommands.LintAsync(contract, warningsAsErrors: true),
    ["normalize", var contract, var output] => await GateCommands.NormalizeAsync(contract, output),
    ["diff", var old, var now] => await GateCommands.DiffAsync(old, now, "text"),
    ["diff", var old, var now, "--format", "text" or "json" or "markdown"] => await GateCommands.DiffAsync(old, now, args[^1]),
    _ => null,
};
if (succeeded is null)
{
    Console.Error.WriteLine($"""
        specgate lint CONTRACT [--warnings-as-errors]
          Checks an OpenAPI 3.0 contract, and prints a line for each finding, in MSBuild's form.
        specgate normalize CONTRACT OUTPUT
          Does the same for the build: prints the first five findings of each rule, and writes the contract, if it has no error,
          as the plain document that code is generated from.
        specgate diff OLD NEW [--format text|json|markdown]
          Says what changed between two contracts, for callers of the API and for users of the generated C#.
        Exit codes: {ExitCode.Done} done, {ExitCode.ContractHasErrors} errors (or, with the option, warnings), {ExitCode.Usage} usage.
        """);
    return ExitCode.Usage;
}

return succeeded.Value ? ExitCode.Done : ExitCode.ContractHasErrors;

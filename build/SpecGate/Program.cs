using System.Text;
using Plannr.SpecGate;

Console.OutputEncoding = Encoding.UTF8;
bool? succeeded = args switch
{
    ["lint", var contract, .. var rest] when LintOptions.Parse(rest) is { } options => await GateCommands.LintAsync(contract, options.WarningsAsErrors, options.SkipsUnsupported, options.Explains),
    ["normalize", var contract, var output] => await GateCommands.NormalizeAsync(contract, output),
    ["normalize", var contract, var output, "--on-unsupported", "Error" or "Skip"] => await GateCommands.NormalizeAsync(contract, output, skipsUnsupported: args[^1] == "Skip"),
    ["diff", var old, var now] => await GateCommands.DiffAsync(old, now, "text"),
    ["diff", var old, var now, "--format", "text" or "json" or "markdown"] => await GateCommands.DiffAsync(old, now, args[^1]),
    _ => null,
};
if (succeeded is null)
{
    Console.Error.WriteLine($"""
        specgate lint CONTRACT [--warnings-as-errors] [--on-unsupported Error|Skip] [--explain]
          Checks an OpenAPI contract, and prints each finding on one line, in MSBuild's format. With --explain, also prints how
          keywords of OpenAPI 3.1 and 3.2 are read.
        specgate normalize CONTRACT OUTPUT [--on-unsupported Error|Skip]
          Prepares a contract for the build: prints the first five findings of each rule. If the contract has no errors, writes
          the simplified document that code is generated from. With --on-unsupported Skip, operations and types that cannot be
          generated are left out, with warnings.
        specgate diff OLD NEW [--format text|json|markdown]
          Prints what changed between two contracts, for callers of the API and for users of the generated C#.
        Exit codes: {GateExitCode.Done} success, {GateExitCode.ContractHasErrors} the contract has errors (or warnings, with --warnings-as-errors), {GateExitCode.Usage} wrong command line.
        """);
    return GateExitCode.Usage;
}

return succeeded.Value ? GateExitCode.Done : GateExitCode.ContractHasErrors;

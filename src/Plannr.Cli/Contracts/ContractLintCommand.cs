using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.SpecGate;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract lint</c></summary>
internal static class ContractLintCommand
{
    public static Command Create()
    {
        var contract = ContractCommand.File("contract", "The contract's file, YAML or JSON.");
        var strict = new Option<bool>("--warnings-as-errors") { Description = "Fail on a warning too." };
        var command = new DocumentedCommand(
            "lint",
            "Check an OpenAPI contract (3.0, 3.1 or 3.2), as the build does: a line for each mistake, with its place. Exits with 1 if there is an error.",
            "plannr contract lint plannr.yaml",
            "plannr contract lint plannr.yaml --warnings-as-errors")
        {
            contract,
            strict,
        };
        command.SetAction(async (arguments, _) => await GateCommands.LintAsync(arguments.GetRequiredValue(contract), arguments.GetValue(strict)) ? ExitCode.Done : ExitCode.Failed);
        return command;
    }
}

using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.SpecGate;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract lint</c></summary>
internal static class ContractLintCommand
{
    public static Command Create()
    {
        var contract = ContractCommand.File("contract", "The file of the contract, in YAML or JSON.");
        var strict = new Option<bool>("--warnings-as-errors") { Description = "Fail on warnings too." };
        var command = new DocumentedCommand(
            "lint",
            "Check an OpenAPI contract (3.0, 3.1 or 3.2) with the rules of the build. Prints a line for each finding, with its position. The exit code is 1 if there are errors.",
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

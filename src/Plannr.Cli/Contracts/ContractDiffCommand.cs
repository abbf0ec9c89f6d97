using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.SpecGate;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract diff</c></summary>
internal static class ContractDiffCommand
{
    public static Command Create()
    {
        var old = ContractCommand.File("old", "The earlier contract's file.");
        var now = ContractCommand.File("new", "The later contract's file.");
        var format = new Option<string>("--format") { Description = "For people (text), a pull request (markdown) or a program (json).", DefaultValueFactory = _ => "text", HelpName = "text|json|markdown" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new DocumentedCommand(
            "diff",
            "Say what changed between two contracts: for callers of the API, and for users of the generated C#.",
            "plannr contract diff openapi/released/plannr-1.0.0.yaml openapi/plannr.yaml",
            "plannr contract diff old.yaml new.yaml --format markdown")
        {
            old,
            now,
            format,
        };
        command.SetAction(async (arguments, _) => await GateCommands.DiffAsync(arguments.GetRequiredValue(old), arguments.GetRequiredValue(now), arguments.GetRequiredValue(format)) ? ExitCode.Done : ExitCode.Failed);
        return command;
    }
}

using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Mcp.Contracts;
using Plannr.SpecGate;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract diff</c></summary>
internal static class ContractDiffCommand
{
    private const string BuiltIn = "plannr.yaml (built-in)";

    public static Command Create()
    {
        var first = ContractCommand.File("first", "The file of the earlier contract. Without a second file, it is the later contract, and is compared with the built-in contract.");
        var second = ContractCommand.File("second", "The file of the later contract.");
        second.Arity = ArgumentArity.ZeroOrOne;
        var format = new Option<string>("--format") { Description = "The output format.", DefaultValueFactory = _ => "text", HelpName = "text|json|markdown" };
        format.AcceptOnlyFromAmong("text", "json", "markdown");
        var command = new DocumentedCommand(
            "diff",
            "Show the changes between two contracts, or between the built-in contract and another one, for callers of the API and for users of the generated C#.",
            "plannr contract diff plannr.yaml",
            "plannr contract diff old.yaml new.yaml --format markdown")
        {
            first,
            second,
            format,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var (file, form) = (arguments.GetRequiredValue(first), arguments.GetRequiredValue(format));
            var isDone = arguments.GetValue(second) is { } later
                ? await GateCommands.DiffAsync(file, later, form)
                : await GateCommands.DiffTextAsync((await ContractDocument.LoadAsync(cancellationToken)).Yaml, BuiltIn, file, form);
            return isDone ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }
}

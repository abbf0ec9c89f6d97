using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Mcp.Contracts;

namespace Plannr.Cli.Contracts;

/// <summary><c>plannr contract show</c></summary>
internal static class ContractShowCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format") { Description = "As it was written, with its comments (yaml), or for a program (json).", DefaultValueFactory = _ => "yaml", HelpName = "yaml|json" };
        format.AcceptOnlyFromAmong("yaml", "json");
        var command = new DocumentedCommand(
            "show",
            "Print the OpenAPI contract that this tool was built with.",
            "plannr contract show > plannr.yaml",
            "plannr contract show --format json | jq '.paths | keys'")
        {
            format,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var contract = await ContractDocument.LoadAsync(cancellationToken);
            await TextOutput.WriteAsync(arguments.GetRequiredValue(format) == "json" ? contract.Json : contract.Yaml, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}

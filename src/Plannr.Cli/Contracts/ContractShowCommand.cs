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
        var format = new Option<string>("--format") { Description = "The output format. yaml includes the comments of the contract.", DefaultValueFactory = _ => "yaml", HelpName = "yaml|json" };
        format.AcceptOnlyFromAmong("yaml", "json");
        var command = new DocumentedCommand(
            "show",
            "Print the built-in OpenAPI contract.",
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

using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections list</c></summary>
internal static class ConnectionsListCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "List all OAuth2 connections.",
            "plannr connections list",
            "plannr connections list --output json | jq -r '.data[].label'",
            "plannr connections list --output csv > labels.csv",
            "plannr connections list --sandbox");
        command.Aliases.Add("ls");
        var output = OutputOption.Of("the connections are", OutputOption.Table, OutputOption.Json, OutputOption.Csv);
        command.Options.Add(output);
        var api = new ApiOptions(command);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (await session.ShowInsteadAsync((plannr, token) => plannr.OAuthConnections.ListAsync(token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var response = await plannr.OAuthConnections.ListWithResponseAsync(cancellationToken);
            switch (arguments.GetRequiredValue(output))
            {
                case OutputOption.Json:
                    await JsonOutput.WriteAsync(response.ResponseBody!, session.Secret, cancellationToken);
                    break;
                case OutputOption.Csv:
                    ConnectionCsv.Write(response.ResponseBody!, session.Secret);
                    break;
                default:
                    ConnectionTable.Write([.. response.Value.Data ?? []], session);
                    break;
            }

            return ExitCode.Done;
        }));
        return command;
    }
}

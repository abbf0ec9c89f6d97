using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output.Json;
using Plannr.Generated;

namespace Plannr.Cli.Accounts;

/// <summary><c>plannr accounts list</c></summary>
internal static class AccountsListCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "List the accounts that the token's user has a login for. Other commands use the account that you pass with --account.",
            "plannr accounts list",
            "plannr accounts list --output json | jq -r '.data[].account.uuid'",
            "plannr accounts list --sandbox");
        command.Aliases.Add("ls");
        var output = new RecordOutput(command, typeof(Login), RecordOutput.Table, RecordOutput.Json);
        var api = new ApiOptions(command);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (await session.ShowInsteadAsync((plannr, token) => plannr.Logins.ListAsync(token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var response = await plannr.Logins.ListWithResponseAsync(cancellationToken);
            var body = response.ResponseBody!;
            if (output.FormatOf(arguments) == RecordOutput.Json)
            {
                await output.WriteJsonAsync(body, ReceivedList.Of(body, response.Value.Data), isWhole: true, arguments, session.Secret, cancellationToken);
            }
            else
            {
                AccountTable.Write([.. response.Value.Data ?? []], session);
            }

            return ExitCode.Done;
        }));
        return command;
    }
}

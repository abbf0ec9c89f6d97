using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks list</c></summary>
internal static class WebhooksListCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "list",
            "List all webhook subscriptions. 'plannr webhooks view' shows all events of a subscription.",
            "plannr webhooks list",
            "plannr webhooks list --output json | jq -r '.data[].url'",
            "plannr webhooks list --sandbox");
        command.Aliases.Add("ls");
        var output = new WebhookOutput(command);
        var api = new ApiOptions(command);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (await session.ShowInsteadAsync((plannr, token) => plannr.WebhookSubscriptions.ListAsync(cancellationToken: token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var response = await plannr.WebhookSubscriptions.ListWithResponseAsync(cancellationToken: cancellationToken);
            await output.WriteAsync(response, arguments, session, cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }
}

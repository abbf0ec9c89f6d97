using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks view</c></summary>
internal static class WebhooksViewCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "view",
            "Show a webhook subscription with all its events.",
            $"plannr webhooks view {UuidArgument.Example}",
            $"plannr webhooks view {UuidArgument.Example} --show-secret");
        var uuid = UuidArgument.OfWebhookSubscription();
        command.Arguments.Add(uuid);
        var output = new WebhookOutput(command);
        var api = new ApiOptions(command);
        api.SuggestFor(uuid, ApiCompletion.WebhooksAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            var subscription = arguments.GetRequiredValue(uuid);
            if (await session.ShowInsteadAsync((plannr, token) => plannr.WebhookSubscriptions.GetAsync(subscription, cancellationToken: token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var response = await plannr.WebhookSubscriptions.GetWithResponseAsync(subscription, cancellationToken: cancellationToken);
            await output.WriteAsync(response, arguments, session, cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }
}

using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks update</c></summary>
internal static class WebhooksUpdateCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "update",
            "Replace the events of a webhook subscription. Its URL cannot be changed.",
            $"plannr webhooks update {UuidArgument.Example} --event account.created --event account.deleted",
            $"plannr webhooks update {UuidArgument.Example} --event account.created --dry-run");
        var uuid = UuidArgument.OfWebhookSubscription();
        var events = WebhookEvents.OptionForMany();
        command.Arguments.Add(uuid);
        command.Options.Add(events);
        var output = new WebhookOutput(command);
        var api = new ApiOptions(command, writes: true);
        api.SuggestFor(uuid, ApiCompletion.WebhooksAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            var names = arguments.GetRequiredValue(events).Distinct().ToList();
            Task<ApiResponse<WebhookSubscription>> UpdateAsync(IPlannrClient plannr, CancellationToken token) => plannr.WebhookSubscriptions.UpdateWithResponseAsync(
                arguments.GetRequiredValue(uuid), new UpdateWebhookSubscriptionRequest { Events = [.. names.Select(n => new WebhookEvent(n))] }, cancellationToken: token);

            WebhookEvents.Warn(names, session.Messages);
            if (await session.ShowInsteadAsync(UpdateAsync, cancellationToken))
            {
                return ExitCode.Done;
            }

            var response = await UpdateAsync(await session.ClientAsync(cancellationToken), cancellationToken);
            await output.WriteAsync(response, arguments, session, cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }
}

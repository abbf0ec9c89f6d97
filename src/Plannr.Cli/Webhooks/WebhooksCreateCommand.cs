using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Client;
using Plannr.Generated;
using Plannr.Sandbox.Webhooks;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks create</c></summary>
internal static class WebhooksCreateCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "create",
            "Create a webhook subscription. Plannr signs its webhooks with a new signing secret.",
            "plannr webhooks create --url https://api.example.com/webhooks --event account.created --event account.updated",
            "plannr webhooks create --url https://api.example.com/webhooks --event account.created --dry-run",
            "plannr webhooks create --url https://api.example.com/webhooks --event account.created --sandbox");
        var url = new Option<string>("--url", "-u") { Description = "The URL that receives the events. It cannot be changed later.", Required = true, HelpName = "url" };
        url.Validators.Add(result =>
        {
            var text = result.Tokens.Single().Value;
            if (!WebhookUrl.TryParse(text, out _))
            {
                result.AddError($"'{text}' is not the URL of a receiver, such as https://api.example.com/webhooks.");
            }
        });
        var events = WebhookEvents.OptionForMany();
        command.Options.Add(url);
        command.Options.Add(events);
        var output = new WebhookOutput(command);
        var api = new ApiOptions(command, writes: true);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            var names = arguments.GetRequiredValue(events).Distinct().ToList();
            var request = new CreateWebhookSubscriptionRequest { Url = new Uri(arguments.GetRequiredValue(url)), Events = [.. names.Select(n => new WebhookEvent(n))] };
            Task<ApiResponse<WebhookSubscription>> CreateAsync(IPlannrClient plannr, CancellationToken token)
                => plannr.WebhookSubscriptions.CreateWithResponseAsync(request, cancellationToken: token);

            WebhookEvents.Warn(names, session.Messages);
            if (await session.ShowInsteadAsync(CreateAsync, cancellationToken))
            {
                return ExitCode.Done;
            }

            var response = await CreateAsync(await session.ClientAsync(cancellationToken), cancellationToken);
            await output.WriteAsync(response, arguments, session, cancellationToken);
            session.Messages.Say($"Created the webhook subscription {response.Value.Uuid}.{(output.ShowsSecret(arguments) ? "" : $" 'plannr webhooks view {response.Value.Uuid} --show-secret' shows its signing secret.")}");
            return ExitCode.Done;
        }));
        return command;
    }
}

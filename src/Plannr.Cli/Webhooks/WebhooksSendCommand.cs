using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Requests;
using Plannr.Client;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks send</c></summary>
internal static class WebhooksSendCommand
{
    // The content of Plannr's webhooks is not documented.
    private const string DefaultBody = "{}";

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "send",
            "Test the receiver of a subscription with a signed webhook from a sandbox. The exit code is 0 if the receiver responds with a status from 200 to 299.",
            "# with PLANNR_BASE_URL and PLANNR_ACCESS_TOKEN of a running 'plannr sandbox':",
            $"plannr webhooks send {UuidArgument.Example} --event account.created",
            $"plannr webhooks send {UuidArgument.Example} --event account.created --body webhook.json");
        var uuid = UuidArgument.OfWebhookSubscription();
        var eventName = WebhookEvents.OptionForOne();
        var body = new Option<string?>("--body", "-b") { Description = $"A file with the body of the webhook, which is JSON, or - for standard input. [default: {DefaultBody}]", HelpName = "file" }.CompletesFiles();
        command.Arguments.Add(uuid);
        command.Options.Add(eventName);
        command.Options.Add(body);
        var api = new ApiOptions(command, writes: true);
        api.SuggestFor(uuid, ApiCompletion.WebhooksAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            RefuseWithoutSandbox(session.Settings);
            if (arguments.GetValue(body) == "-" && session.Settings.TokenFile == "-")
            {
                throw new CommandFailure("Standard input cannot be both the body and the access token. Use a file for one of them.");
            }

            var text = arguments.GetValue(body) is { } file ? await BodyFile.ReadJsonAsync(file, cancellationToken) : DefaultBody;
            var webhook = new SandboxWebhook(arguments.GetRequiredValue(uuid), arguments.GetRequiredValue(eventName), text);
            WebhookEvents.Warn([webhook.Event], session.Messages);
            if (await session.ShowInsteadAsync((plannr, token) => webhook.SendAsync((PlannrClient)plannr, token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var (statusCode, duration) = await webhook.SendAsync(await session.ClientAsync(cancellationToken), cancellationToken);
            Console.Out.WriteLine(FormattableString.Invariant($"The receiver responded with status {statusCode} in {duration.TotalMilliseconds:0} ms."));
            return statusCode is >= 200 and <= 299 ? ExitCode.Done : ExitCode.Failed;
        }));
        return command;
    }

    // The request is not sent to Plannr: its API has no such operation, and the body may contain confidential data.
    private static void RefuseWithoutSandbox(ApiSettings settings)
    {
        if (!settings.ToSandbox && ServerAddress.OfEnvironment() is null or { Host: ServerAddress.PlannrHost })
        {
            throw new CommandFailure($"Only a sandbox sends webhooks on request. Start one with 'plannr sandbox', and set {ServerAddress.Variable} to its address.");
        }
    }
}

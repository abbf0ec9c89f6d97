using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;
using Plannr.Cli.Requests;
using Plannr.Client;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks verify</c></summary>
internal static class WebhooksVerifyCommand
{
    private const int SignatureDigits = 64;

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "verify",
            $"Verify the signature of a webhook. The signing secret comes from --secret-file, from --subscription, or from the environment variable {SigningSecret.Variable}. The exit code is 0 if the signature is valid, and otherwise 1.",
            "plannr webhooks verify body.json --signature \"$X_SIGNATURE\" --secret-file ~/.plannr-webhook-secret",
            $"plannr webhooks verify body.json --signature \"$X_SIGNATURE\" --subscription {UuidArgument.Example}",
            "plannr webhooks verify - --signature \"$X_SIGNATURE\" < body.json");
        var file = new Argument<string>("file") { Description = "A file with the unchanged body of the webhook, or - for standard input." }.CompletesFiles();
        var signature = new Option<string>("--signature") { Description = $"The value of the webhook's header {PlannrWebhook.SignatureHeader}.", Required = true, HelpName = "hex" };
        var secretFile = new Option<string?>("--secret-file") { Description = "A file with the signing secret, or - for standard input. Other users must not be able to read the file; on Windows, this is not checked.", HelpName = "file" }.CompletesFiles();
        var subscription = new Option<Guid?>("--subscription")
        {
            Description = "The UUID of the webhook subscription whose signing secret is read from Plannr. Without this option, the command sends no request.",
            HelpName = "uuid",
            CustomParser = result => UuidArgument.Parse(result, "of a webhook subscription"),
        };
        command.Arguments.Add(file);
        foreach (var option in new Option[] { signature, secretFile, subscription })
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetResult(secretFile) is not null && result.GetResult(subscription) is not null)
            {
                result.AddError("--secret-file and --subscription cannot be combined. Use only one of them.");
            }

            if (result.GetResult(file) is { Tokens.Count: 1 } body && body.Tokens[0].Value == "-" && result.GetValue(secretFile) == "-")
            {
                result.AddError("Standard input cannot be both the body and the signing secret. Use a file for one of them.");
            }
        });
        var api = new ApiOptions(command);
        api.SuggestFor(subscription, ApiCompletion.WebhooksAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (session.Settings.ShowsCurl)
            {
                await ShowRequestAsync(session, arguments.GetValue(subscription), cancellationToken);
                return ExitCode.Done;
            }

            if (arguments.GetRequiredValue(file) == "-" && arguments.GetValue(subscription) is not null && session.Settings.TokenFile == "-")
            {
                throw new CommandFailure("Standard input cannot be both the body and the access token. Use a file for one of them.");
            }

            var body = await BodyFile.ReadAsync(arguments.GetRequiredValue(file), cancellationToken);
            var secret = (arguments.GetValue(secretFile), arguments.GetValue(subscription)) switch
            {
                ({ } path, _) => await SigningSecret.OfFileAsync(path, cancellationToken),
                (_, { } uuid) => await SigningSecret.OfSubscriptionAsync(session, uuid, cancellationToken),
                _ => SigningSecret.OfEnvironment(),
            };
            session.Secret.Add(secret);
            return Report(body, arguments.GetRequiredValue(signature), secret, session);
        }));
        return command;
    }

    private static async Task ShowRequestAsync(ApiSession session, Guid? subscription, CancellationToken cancellationToken)
    {
        var uuid = subscription ?? throw new CommandFailure("--curl has no request to print, because the command only sends one with --subscription.");
        await session.ShowInsteadAsync((plannr, token) => plannr.WebhookSubscriptions.GetAsync(uuid, cancellationToken: token), cancellationToken);
    }

    private static int Report(byte[] body, string signature, string secret, ApiSession session)
    {
        if (PlannrWebhook.Verify(body, signature, secret))
        {
            Console.Out.WriteLine("The signature is valid.");
            return ExitCode.Done;
        }

        session.Messages.Error(signature.Length == SignatureDigits && signature.All(char.IsAsciiHexDigit)
            ? $"The signature is not valid for this body and this secret. Check that the body is unchanged (it has {body.Length} bytes here), and that the secret is that of the subscription."
            : $"The signature is not valid: it must have {SignatureDigits} hexadecimal digits. Pass the value of the header {PlannrWebhook.SignatureHeader}.");
        return ExitCode.Failed;
    }
}

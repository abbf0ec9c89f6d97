using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Webhooks;

/// <summary><c>plannr webhooks</c></summary>
internal static class WebhooksCommand
{
    public static Command Create() => new DocumentedCommand(
        "webhooks",
        "Manage the webhook subscriptions of an account, and test their receivers.",
        "plannr webhooks list",
        "plannr webhooks create --url https://api.example.com/webhooks --event account.created --event account.updated")
    {
        WebhooksListCommand.Create(),
        WebhooksViewCommand.Create(),
        WebhooksCreateCommand.Create(),
        WebhooksUpdateCommand.Create(),
        WebhooksSendCommand.Create(),
        WebhooksVerifyCommand.Create(),
    };
}

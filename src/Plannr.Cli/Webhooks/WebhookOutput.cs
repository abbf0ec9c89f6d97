using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Webhooks;

/// <summary>The options that say how webhook subscriptions are shown, and their output. The signing secret is masked unless it is asked for.</summary>
internal sealed class WebhookOutput
{
    private readonly Option<string> _output;
    private readonly Option<bool> _showSecret = new("--show-secret") { Description = $"Show the signing secret, which is otherwise written as {Secret.Mask}, also in JSON." };

    /// <param name="command">The command that gets the options.</param>
    /// <param name="what">What is shown, with its verb, such as "the subscription is".</param>
    public WebhookOutput(Command command, string what)
    {
        _output = OutputOption.Of(what, OutputOption.Table, OutputOption.Json);
        command.Options.Add(_output);
        command.Options.Add(_showSecret);
    }

    /// <summary>Returns whether the signing secret is shown.</summary>
    public bool ShowsSecret(ParseResult arguments) => arguments.GetValue(_showSecret);

    /// <summary>Shows one subscription.</summary>
    public Task WriteAsync(ApiResponse<WebhookSubscription> response, ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
        => WriteAsync([response.Value], response.ResponseBody!, showsSecret => WebhookTable.Write(response.Value, showsSecret, session.Secret), arguments, session, cancellationToken);

    /// <summary>Shows subscriptions.</summary>
    public Task WriteAsync(ApiResponse<WebhookSubscriptionList> response, ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        IReadOnlyList<WebhookSubscription> subscriptions = [.. response.Value.Data ?? []];
        return WriteAsync(subscriptions, response.ResponseBody!, showsSecret => WebhookTable.Write(subscriptions, showsSecret, session), arguments, session, cancellationToken);
    }

    private async Task WriteAsync(
        IEnumerable<WebhookSubscription> subscriptions, string body, Action<bool> writeTable, ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        var showsSecret = ShowsSecret(arguments);
        if (!showsSecret)
        {
            // Also where a server sends it in another place, such as in the URL.
            foreach (var subscription in subscriptions)
            {
                session.Secret.Add(subscription.SigningSecret);
            }
        }

        if (arguments.GetRequiredValue(_output) == OutputOption.Json)
        {
            await JsonOutput.WriteAsync(showsSecret ? body : MaskedJson.Of(body, "signing_secret"), session.Secret, cancellationToken);
        }
        else
        {
            writeTable(showsSecret);
        }
    }
}

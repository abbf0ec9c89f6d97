using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Webhooks;

/// <summary>The options that say how webhook subscriptions are shown, and their output. The signing secret is masked unless it is asked for.</summary>
internal sealed class WebhookOutput
{
    private readonly RecordOutput _output;
    private readonly Option<bool> _showSecret = new("--show-secret") { Description = $"Show the signing secret, which is otherwise written as {Secret.Mask}, also in JSON." };

    /// <param name="command">The command that gets the options.</param>
    /// <param name="what">What is shown, with its verb, such as "the subscription is".</param>
    public WebhookOutput(Command command, string what)
    {
        _output = new RecordOutput(command, what, typeof(WebhookSubscription), RecordOutput.Table, RecordOutput.Json);
        command.Options.Add(_showSecret);
    }

    /// <summary>Returns whether the signing secret is shown.</summary>
    public bool ShowsSecret(ParseResult arguments) => arguments.GetValue(_showSecret);

    /// <summary>Shows one subscription.</summary>
    public async Task WriteAsync(ApiResponse<WebhookSubscription> response, ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        var showsSecret = ShowsSecret(arguments);
        var body = Masked([response.Value], response.ResponseBody!, showsSecret, session.Secret);
        if (_output.FormatOf(arguments) == RecordOutput.Json)
        {
            await _output.WriteJsonAsync(body, arguments, session.Secret, cancellationToken);
        }
        else
        {
            WebhookTable.Write(response.Value, showsSecret, session.Secret);
        }
    }

    /// <summary>Shows subscriptions.</summary>
    public async Task WriteAsync(ApiResponse<WebhookSubscriptionList> response, ParseResult arguments, ApiSession session, CancellationToken cancellationToken)
    {
        var showsSecret = ShowsSecret(arguments);
        IReadOnlyList<WebhookSubscription> subscriptions = [.. response.Value.Data ?? []];
        var body = Masked(subscriptions, response.ResponseBody!, showsSecret, session.Secret);
        if (_output.FormatOf(arguments) == RecordOutput.Json)
        {
            await _output.WriteJsonAsync(body, ReceivedList.Of(body, response.Value.Data), isWhole: true, arguments, session.Secret, cancellationToken);
        }
        else
        {
            WebhookTable.Write(subscriptions, showsSecret, session);
        }
    }

    private static string Masked(IEnumerable<WebhookSubscription> subscriptions, string body, bool showsSecret, Secret secret)
    {
        if (showsSecret)
        {
            return body;
        }

        // Also where a server sends it in another place, such as in the URL.
        foreach (var subscription in subscriptions)
        {
            secret.Add(subscription.SigningSecret);
        }

        return MaskedJson.Of(body, "signing_secret");
    }
}

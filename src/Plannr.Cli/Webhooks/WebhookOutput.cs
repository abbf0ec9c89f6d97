using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Json;
using Plannr.Generated;

namespace Plannr.Cli.Webhooks;

/// <summary>The options for the output of webhook subscriptions, and the output itself. The signing secret is masked by default.</summary>
internal sealed class WebhookOutput
{
    private readonly RecordOutput _output;
    private readonly Option<bool> _showSecret = new("--show-secret") { Description = $"Show the signing secret, which is {Secret.Mask} by default, also in JSON." };

    /// <summary>Initializes a new instance of the class, and adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    public WebhookOutput(Command command)
    {
        _output = new RecordOutput(command, typeof(WebhookSubscription), RecordOutput.Table, RecordOutput.Json);
        command.Options.Add(_showSecret);
    }

    /// <summary>Returns whether the signing secret is shown.</summary>
    public bool ShowsSecret(ParseResult arguments) => arguments.GetValue(_showSecret);

    /// <summary>Writes one subscription.</summary>
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

    /// <summary>Writes subscriptions.</summary>
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

        // Masks the secret in other places too, such as in the URL.
        foreach (var subscription in subscriptions)
        {
            secret.Add(subscription.SigningSecret);
        }

        return MaskedJson.Of(body, "signing_secret");
    }
}

using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;
using Spectre.Console;

namespace Plannr.Cli.Webhooks;

/// <summary>Shows webhook subscriptions to people, on standard output.</summary>
internal static class WebhookTable
{
    // With a longer name, the 60 characters of a secret would not fit into a terminal of 80 columns.
    private const string SecretName = "Secret";

    // A subscription can have dozens of events.
    private const int MostEventsInRow = 3;

    /// <summary>Shows one subscription, a property a row.</summary>
    public static void Write(WebhookSubscription subscription, bool showsSecret, Secret secret)
    {
        Terminal.Output().Write(PropertyTable.Of(
        [
            ("UUID", TableText.Plain(subscription.Uuid?.ToString(), secret)),
            ("URL", TableText.Name(subscription.Url?.OriginalString, secret)),
            .. (subscription.Events ?? []).Select((happening, index) => (index == 0 ? "Events" : "", TableText.Plain(happening.Value, secret))),
            ("Created", TableText.Moment(subscription.CreatedAt)),
            ("Updated", TableText.Moment(subscription.UpdatedAt)),
            ("Last called", TableText.Moment(subscription.LastOutgoingWebhookCallAt, missing: "never")),
            (SecretName, SigningSecret(subscription, showsSecret, secret)),
        ]));
    }

    /// <summary>Shows subscriptions, one a row.</summary>
    public static void Write(IReadOnlyList<WebhookSubscription> subscriptions, bool showsSecret, ApiSession session)
    {
        if (subscriptions.Count == 0)
        {
            session.Messages.Say("There are no webhook subscriptions.");
            return;
        }

        string[] columns = ["UUID", "URL", "Events", "Last called"];
        var table = new RecordTable(showsSecret ? [.. columns, SecretName] : columns);
        foreach (var subscription in subscriptions)
        {
            Text[] cells =
            [
                TableText.Plain(subscription.Uuid?.ToString(), session.Secret),
                TableText.Name(subscription.Url?.OriginalString, session.Secret),
                TableText.Plain(Events(subscription), session.Secret),
                TableText.Moment(subscription.LastOutgoingWebhookCallAt, missing: "never"),
            ];
            table.AddRow(showsSecret ? [.. cells, SigningSecret(subscription, showsSecret, session.Secret)] : cells);
        }

        table.Write();
    }

    private static string Events(WebhookSubscription subscription)
    {
        var events = subscription.Events ?? [];
        var shown = string.Join(", ", events.Take(MostEventsInRow).Select(e => e.Value));
        return events.Count > MostEventsInRow ? $"{shown} and {events.Count - MostEventsInRow} more" : shown;
    }

    private static Text SigningSecret(WebhookSubscription subscription, bool showsSecret, Secret secret)
        => TableText.Plain(subscription.SigningSecret is { Length: > 0 } && !showsSecret ? Secret.Mask : subscription.SigningSecret, secret);
}

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
        var table = new Table { ShowHeaders = false, Border = TableBorder.Rounded }.AddColumns("Property", "Value");
        void Row(string name, Text value) => table.AddRow(new Text(name), value);

        Row("UUID", TableText.Plain(subscription.Uuid?.ToString(), secret));
        Row("URL", TableText.Name(subscription.Url?.OriginalString, secret));
        var name = "Events";
        foreach (var happening in subscription.Events ?? [])
        {
            Row(name, TableText.Plain(happening.Value, secret));
            name = "";
        }

        Row("Created", TableText.Moment(subscription.CreatedAt));
        Row("Updated", TableText.Moment(subscription.UpdatedAt));
        Row("Last called", TableText.Moment(subscription.LastOutgoingWebhookCallAt, missing: "never"));
        Row(SecretName, SigningSecret(subscription, showsSecret, secret));
        Terminal.Output().Write(table);
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

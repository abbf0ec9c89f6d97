using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;
using Plannr.Generated;

namespace Plannr.Cli.Webhooks;

/// <summary>Writes webhook subscriptions to standard output as tables.</summary>
internal static class WebhookTable
{
    // A subscription can have dozens of events.
    private const int MaxEventsInRow = 3;

    private static readonly TableColumn Secrets = new("Secret");
    private static readonly TableColumn[] Columns =
    [
        new("UUID"), new("URL") { MinWidth = 42 }, new("Events") { MinWidth = 16, DropOrder = 1 }, new("Last called") { DropOrder = 2 },
    ];

    /// <summary>Writes one subscription, with each property on its own line.</summary>
    public static void Write(WebhookSubscription subscription, bool showsSecret, Secret secret)
        => PropertyTable.Write(
        [
            ("UUID", TableCell.Plain(subscription.Uuid?.ToString(), secret)),
            ("URL", TableCell.Name(subscription.Url?.OriginalString, secret)),
            .. (subscription.Events ?? []).Select(e => ("Events", TableCell.Plain(e.Value, secret))),
            ("Created", TableCell.Moment(subscription.CreatedAt)),
            ("Updated", TableCell.Moment(subscription.UpdatedAt)),
            ("Last called", TableCell.Moment(subscription.LastOutgoingWebhookCallAt, missing: "never")),
            ("Secret", SigningSecret(subscription, showsSecret, secret)),
        ]);

    /// <summary>Writes a table with a row for each subscription.</summary>
    public static void Write(IReadOnlyList<WebhookSubscription> subscriptions, bool showsSecret, ApiSession session)
    {
        if (subscriptions.Count == 0)
        {
            session.Messages.Say("There are no webhook subscriptions.");
            return;
        }

        var table = new RecordTable(showsSecret ? [.. Columns, Secrets] : Columns);
        foreach (var subscription in subscriptions)
        {
            TableCell[] cells =
            [
                TableCell.Plain(subscription.Uuid?.ToString(), session.Secret),
                TableCell.Name(subscription.Url?.OriginalString, session.Secret),
                Events(subscription, session.Secret),
                TableCell.Ago(subscription.LastOutgoingWebhookCallAt, missing: "never"),
            ];
            table.AddRow(showsSecret ? [.. cells, SigningSecret(subscription, showsSecret, session.Secret)] : cells);
        }

        table.Write();
    }

    private static TableCell Events(WebhookSubscription subscription, Secret secret)
    {
        var events = (subscription.Events ?? []).Select(e => e.Value).ToList();
        var all = TableCell.Plain(string.Join(',', events), secret);
        var shown = string.Join(", ", events.Take(MaxEventsInRow));
        return all with { Text = TableCell.Plain(events.Count > MaxEventsInRow ? $"{shown} and {events.Count - MaxEventsInRow} more" : shown, secret).Text };
    }

    private static TableCell SigningSecret(WebhookSubscription subscription, bool showsSecret, Secret secret)
        => TableCell.Plain(subscription.SigningSecret is { Length: > 0 } && !showsSecret ? Secret.Mask : subscription.SigningSecret, secret);
}

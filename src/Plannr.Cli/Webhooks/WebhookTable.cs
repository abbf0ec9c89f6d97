using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Webhooks;

/// <summary>Shows webhook subscriptions on standard output.</summary>
internal static class WebhookTable
{
    // A subscription can have dozens of events.
    private const int MostEventsInRow = 3;

    private static readonly TableColumn Secrets = new("Secret");
    private static readonly TableColumn[] Columns =
    [
        new("UUID"), new("URL") { LeastWidth = 42 }, new("Events") { LeastWidth = 16, DropOrder = 1 }, new("Last called") { DropOrder = 2 },
    ];

    /// <summary>Shows one subscription, a property in a line.</summary>
    public static void Write(WebhookSubscription subscription, bool showsSecret, Secret secret)
        => PropertyTable.Write(
        [
            ("UUID", TableCell.Plain(subscription.Uuid?.ToString(), secret)),
            ("URL", TableCell.Name(subscription.Url?.OriginalString, secret)),
            .. (subscription.Events ?? []).Select(happening => ("Events", TableCell.Plain(happening.Value, secret))),
            ("Created", TableCell.Moment(subscription.CreatedAt)),
            ("Updated", TableCell.Moment(subscription.UpdatedAt)),
            ("Last called", TableCell.Moment(subscription.LastOutgoingWebhookCallAt, missing: "never")),
            ("Secret", SigningSecret(subscription, showsSecret, secret)),
        ]);

    /// <summary>Shows subscriptions, one in a row.</summary>
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
        var shown = string.Join(", ", events.Take(MostEventsInRow));
        return all with { Text = TableCell.Plain(events.Count > MostEventsInRow ? $"{shown} and {events.Count - MostEventsInRow} more" : shown, secret).Text };
    }

    private static TableCell SigningSecret(WebhookSubscription subscription, bool showsSecret, Secret secret)
        => TableCell.Plain(subscription.SigningSecret is { Length: > 0 } && !showsSecret ? Secret.Mask : subscription.SigningSecret, secret);
}

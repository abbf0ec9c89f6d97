using System.Globalization;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;
using Spectre.Console;

namespace Plannr.Cli.Connections;

/// <summary>Shows connections to people, on standard output.</summary>
internal static class ConnectionTable
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(7);

    /// <summary>Shows one connection, an attribute a row.</summary>
    public static void Write(OAuthConnection connection, ApiSession session)
    {
        var table = new Table { ShowHeaders = false, Border = TableBorder.Rounded }.AddColumns("Attribute", "Value");
        void Row(string name, Text value) => table.AddRow(new Text(name), value);

        Row("UUID", Plain(connection.Uuid?.ToString(), session));
        Row("Label", Label(connection.Label, session));
        Row("Provider", Plain(Provider(connection), session));
        Row("Created", Plain(Moment(connection.CreatedAt), session));
        Row("Updated", Plain(Moment(connection.UpdatedAt), session));
        Row("Access token expires", Expiry(connection.AccessTokenExpiresAt));
        Row("Refresh token expires", Expiry(connection.RefreshTokenExpiresAt));
        Terminal.Output().Write(table);
    }

    /// <summary>Shows connections, one a row.</summary>
    public static void Write(IReadOnlyList<OAuthConnection> connections, ApiSession session)
    {
        if (connections.Count == 0)
        {
            session.Messages.Say("There are no connections.");
            return;
        }

        var table = new Table { Border = TableBorder.Rounded };
        table.AddColumn(new TableColumn("UUID").NoWrap());
        table.AddColumns("Label", "Provider", "Access token expires", "Refresh token expires");
        foreach (var connection in connections)
        {
            table.AddRow(
                Plain(connection.Uuid?.ToString(), session),
                Label(connection.Label, session),
                Plain(Provider(connection), session),
                Expiry(connection.AccessTokenExpiresAt),
                Expiry(connection.RefreshTokenExpiresAt));
        }

        Terminal.Output().Write(table);
    }

    private static string? Provider(OAuthConnection connection) => connection.Provider?.Label ?? connection.Provider?.Name;

    private static string? Moment(DateTimeOffset? value) => value?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static Text Plain(string? value, ApiSession session) => new(Safe(value, session));

    private static Text Label(string? value, ApiSession session) => new(Safe(value, session), new Style(decoration: Decoration.Bold));

    private static string Safe(string? value, ApiSession session) => TerminalText.Of(session.Secret.RemoveFrom(value ?? ""));

    private static Text Expiry(DateTimeOffset? value)
    {
        var left = value - TimeProvider.System.GetUtcNow();
        var colour = left <= TimeSpan.Zero ? Color.Red : left <= Soon ? Color.Yellow : Color.Default;
        return new Text(ExpiryText.Of(value, TimeProvider.System), new Style(colour));
    }
}

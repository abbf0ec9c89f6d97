using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;
using Spectre.Console;

namespace Plannr.Cli.Connections;

/// <summary>Shows connections to people, on standard output.</summary>
internal static class ConnectionTable
{
    /// <summary>Shows one connection, an attribute a row.</summary>
    public static void Write(OAuthConnection connection, ApiSession session)
    {
        var table = new Table { ShowHeaders = false, Border = TableBorder.Rounded }.AddColumns("Attribute", "Value");
        void Row(string name, Text value) => table.AddRow(new Text(name), value);

        Row("UUID", TableText.Plain(connection.Uuid?.ToString(), session.Secret));
        Row("Label", TableText.Name(connection.Label, session.Secret));
        Row("Provider", TableText.Plain(Provider(connection), session.Secret));
        Row("Created", TableText.Moment(connection.CreatedAt));
        Row("Updated", TableText.Moment(connection.UpdatedAt));
        Row("Access token expires", TableText.Expiry(connection.AccessTokenExpiresAt));
        Row("Refresh token expires", TableText.Expiry(connection.RefreshTokenExpiresAt));
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
                TableText.Plain(connection.Uuid?.ToString(), session.Secret),
                TableText.Name(connection.Label, session.Secret),
                TableText.Plain(Provider(connection), session.Secret),
                TableText.Expiry(connection.AccessTokenExpiresAt),
                TableText.Expiry(connection.RefreshTokenExpiresAt));
        }

        Terminal.Output().Write(table);
    }

    private static string? Provider(OAuthConnection connection) => connection.Provider?.Label ?? connection.Provider?.Name;
}

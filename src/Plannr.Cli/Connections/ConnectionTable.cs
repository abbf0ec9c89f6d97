using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;
using Plannr.Generated;

namespace Plannr.Cli.Connections;

/// <summary>Formats connections as tables.</summary>
internal static class ConnectionTable
{
    private static readonly TableColumn[] Columns =
    [
        new("UUID"), new("Label") { MinWidth = 12 }, new("Provider") { MinWidth = 12, DropOrder = 2 },
        new("Access expires") { DropOrder = 3 }, new("Refresh expires") { DropOrder = 1 },
    ];

    /// <summary>Writes one connection to standard output, with each property on its own line.</summary>
    public static void Write(OAuthConnection connection, ApiSession session)
        => PropertyTable.Write(
        [
            ("UUID", TableCell.Plain(connection.Uuid?.ToString(), session.Secret)),
            ("Label", TableCell.Name(connection.Label, session.Secret)),
            ("Provider", TableCell.Plain(ProviderOf(connection), session.Secret)),
            ("Created", TableCell.Moment(connection.CreatedAt)),
            ("Updated", TableCell.Moment(connection.UpdatedAt)),
            ("Access token expires", TableCell.Expiry(connection.AccessTokenExpiresAt)),
            ("Refresh token expires", TableCell.Expiry(connection.RefreshTokenExpiresAt)),
        ]);

    /// <summary>Returns a table with a row for each connection.</summary>
    public static RecordTable Of(IEnumerable<OAuthConnection> connections, Secret secret)
    {
        var table = new RecordTable(Columns);
        foreach (var connection in connections)
        {
            table.AddRow(
                TableCell.Plain(connection.Uuid?.ToString(), secret),
                TableCell.Name(connection.Label, secret),
                TableCell.Plain(ProviderOf(connection), secret),
                TableCell.Expiry(connection.AccessTokenExpiresAt),
                TableCell.Expiry(connection.RefreshTokenExpiresAt));
        }

        return table;
    }

    /// <summary>Returns the display name of a connection's provider, or null if there is none.</summary>
    public static string? ProviderOf(OAuthConnection connection) => connection.Provider?.Label ?? connection.Provider?.Name;
}

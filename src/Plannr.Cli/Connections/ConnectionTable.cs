using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Connections;

/// <summary>Shows connections to people, on standard output.</summary>
internal static class ConnectionTable
{
    /// <summary>Shows one connection, a property a row.</summary>
    public static void Write(OAuthConnection connection, ApiSession session)
    {
        Terminal.Output().Write(PropertyTable.Of(
        [
            ("UUID", TableText.Plain(connection.Uuid?.ToString(), session.Secret)),
            ("Label", TableText.Name(connection.Label, session.Secret)),
            ("Provider", TableText.Plain(Provider(connection), session.Secret)),
            ("Created", TableText.Moment(connection.CreatedAt)),
            ("Updated", TableText.Moment(connection.UpdatedAt)),
            ("Access token expires", TableText.Expiry(connection.AccessTokenExpiresAt)),
            ("Refresh token expires", TableText.Expiry(connection.RefreshTokenExpiresAt)),
        ]));
    }

    /// <summary>Shows connections, one a row.</summary>
    public static void Write(IReadOnlyList<OAuthConnection> connections, ApiSession session)
    {
        if (connections.Count == 0)
        {
            session.Messages.Say("There are no connections.");
            return;
        }

        var table = new RecordTable("UUID", "Label", "Provider", "Access token expires", "Refresh token expires");
        foreach (var connection in connections)
        {
            table.AddRow(
                TableText.Plain(connection.Uuid?.ToString(), session.Secret),
                TableText.Name(connection.Label, session.Secret),
                TableText.Plain(Provider(connection), session.Secret),
                TableText.Expiry(connection.AccessTokenExpiresAt),
                TableText.Expiry(connection.RefreshTokenExpiresAt));
        }

        table.Write();
    }

    private static string? Provider(OAuthConnection connection) => connection.Provider?.Label ?? connection.Provider?.Name;
}

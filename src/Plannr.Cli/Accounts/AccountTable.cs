using Plannr.Cli.Api;
using Plannr.Cli.Output.Tables;
using Plannr.Generated;

namespace Plannr.Cli.Accounts;

/// <summary>Writes accounts to standard output as a table.</summary>
internal static class AccountTable
{
    private static readonly TableColumn[] Columns =
    [
        new("UUID"), new("Name") { MinWidth = 12 }, new("Type") { DropOrder = 2 }, new("Role") { DropOrder = 3 },
        new("Firm") { MinWidth = 12, DropOrder = 1 }, new("Login expires") { DropOrder = 4 },
    ];

    /// <summary>Writes a row with the account of each login.</summary>
    public static void Write(IReadOnlyList<Login> logins, ApiSession session)
    {
        if (logins.Count == 0)
        {
            session.Messages.Say("There are no accounts.");
            return;
        }

        var table = new RecordTable(Columns);
        foreach (var login in logins)
        {
            table.AddRow(
                // Not the UUID of the login, which --account does not accept.
                TableCell.Plain(login.Account?.Uuid?.ToString(), session.Secret),
                TableCell.Name(login.Account?.Name, session.Secret),
                TableCell.Plain(login.Account?.Type, session.Secret),
                TableCell.Plain(login.Account?.Role, session.Secret),
                TableCell.Plain(login.Firm?.Name, session.Secret),
                TableCell.Expiry(login.ExpiresAt));
        }

        table.Write();
    }
}

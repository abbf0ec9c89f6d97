using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Accounts;

/// <summary>Shows accounts on standard output.</summary>
internal static class AccountTable
{
    private static readonly TableColumn[] Columns =
    [
        new("UUID"), new("Name") { LeastWidth = 12 }, new("Type") { DropOrder = 2 }, new("Role") { DropOrder = 3 },
        new("Firm") { LeastWidth = 12, DropOrder = 1 }, new("Login expires") { DropOrder = 4 },
    ];

    /// <summary>Shows the account of each login in a row.</summary>
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
                // The login has a UUID too, which --account does not take.
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

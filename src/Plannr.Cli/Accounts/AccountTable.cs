using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Accounts;

/// <summary>Shows accounts to people, on standard output.</summary>
internal static class AccountTable
{
    /// <summary>Shows the account of each login in a row.</summary>
    public static void Write(IReadOnlyList<Login> logins, ApiSession session)
    {
        if (logins.Count == 0)
        {
            session.Messages.Say("There are no accounts.");
            return;
        }

        var table = new RecordTable("UUID", "Name", "Type", "Role", "Firm", "Login expires");
        foreach (var login in logins)
        {
            table.AddRow(
                // The login has a UUID too, which --account does not take.
                TableText.Plain(login.Account?.Uuid?.ToString(), session.Secret),
                TableText.Name(login.Account?.Name, session.Secret),
                TableText.Plain(login.Account?.Type, session.Secret),
                TableText.Plain(login.Account?.Role, session.Secret),
                TableText.Plain(login.Firm?.Name, session.Secret),
                TableText.Expiry(login.ExpiresAt));
        }

        table.Write();
    }
}

using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Accounts;

/// <summary><c>plannr accounts</c></summary>
internal static class AccountsCommand
{
    public static Command Create() => new DocumentedCommand("accounts", "List the accounts that the token's user has access to.", "plannr accounts list")
    {
        AccountsListCommand.Create(),
    };
}

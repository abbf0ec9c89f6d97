using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Accounts;

/// <summary><c>plannr accounts</c></summary>
internal static class AccountsCommand
{
    public static Command Create() => new DocumentedCommand("accounts", "The accounts that the token's user can work for.", "plannr accounts list")
    {
        AccountsListCommand.Create(),
    };
}

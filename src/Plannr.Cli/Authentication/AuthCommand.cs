using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth</c></summary>
internal static class AuthCommand
{
    public static Command Create() => new DocumentedCommand("auth", "Manage access tokens and profiles.", "plannr auth login", "plannr auth status")
    {
        AuthLoginCommand.Create(),
        AuthStatusCommand.Create(),
        AuthSwitchCommand.Create(),
        AuthLogoutCommand.Create(),
    };
}

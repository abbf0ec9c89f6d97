using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth</c></summary>
internal static class AuthCommand
{
    public static Command Create() => new DocumentedCommand("auth", "The access token.", "plannr auth status")
    {
        AuthStatusCommand.Create(),
    };
}

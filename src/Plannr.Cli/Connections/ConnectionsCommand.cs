using System.CommandLine;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections</c></summary>
internal static class ConnectionsCommand
{
    public static Command Create() => new DocumentedCommand(
        "connections",
        "The OAuth2 connections between a Plannr account and third-party providers.",
        "plannr connections list",
        $"plannr connections update {UuidArgument.Example} --label \"My Fundment Account 1\"")
    {
        ConnectionsListCommand.Create(),
        ConnectionsUpdateCommand.Create(),
        ConnectionsDeleteCommand.Create(),
    };
}

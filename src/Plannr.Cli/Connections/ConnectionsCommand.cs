using System.CommandLine;
using Plannr.Cli.Commands;
using Plannr.Cli.Connections.Relabeling;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections</c></summary>
internal static class ConnectionsCommand
{
    public static Command Create() => new DocumentedCommand(
        "connections",
        "Manage the OAuth2 connections between a Plannr account and third-party providers.",
        "plannr connections list",
        $"plannr connections update {UuidArgument.Example} --label \"My Fundment Account 1\"",
        "plannr connections relabel --from labels.csv")
    {
        ConnectionsListCommand.Create(),
        ConnectionsViewCommand.Create(),
        ConnectionsUpdateCommand.Create(),
        ConnectionsDeleteCommand.Create(),
        ConnectionsRelabelCommand.Create(),
    };
}

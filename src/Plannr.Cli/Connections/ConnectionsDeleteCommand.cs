using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Prompts;
using Plannr.Client;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections delete</c></summary>
internal static class ConnectionsDeleteCommand
{
    /// <summary>The vendor's warning, which is also part of the contract.</summary>
    public const string Warning =
        "This will remove the connection entirely between the account and the third party. Please be cautious using this API endpoint as it can potentially damage the reliability of addons that depend on the connection.";

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "delete",
            "Delete an OAuth2 connection, after a confirmation. Addons that depend on it may break.",
            $"plannr connections delete {UuidArgument.Example}",
            $"plannr connections delete {UuidArgument.Example} --yes",
            $"plannr connections delete {UuidArgument.Example} --dry-run");
        command.Aliases.Add("rm");
        var uuid = UuidArgument.OfConnection();
        var yes = new Option<bool>("--yes", "-y") { Description = "Delete without a confirmation." };
        command.Arguments.Add(uuid);
        command.Options.Add(yes);
        var api = new ApiOptions(command, writes: true);
        api.SuggestFor(uuid, ApiCompletion.ConnectionsAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            var connection = arguments.GetRequiredValue(uuid);
            Task DeleteAsync(IPlannrClient plannr, CancellationToken token) => plannr.OAuthConnections.DeleteAsync(connection, token);

            if (await session.ShowInsteadAsync(DeleteAsync, cancellationToken))
            {
                return ExitCode.Done;
            }

            if (!arguments.GetValue(yes))
            {
                RefuseWithoutTerminal(session);
                var plannr = await session.ClientAsync(cancellationToken);
                var name = await NameAsync(plannr, connection, cancellationToken);
                if (!await Question.AskAsync($"Plannr warns: \"{Warning}\"\nDelete the connection {name}?", session.Messages, cancellationToken))
                {
                    session.Messages.Error("Nothing was deleted.");
                    return ExitCode.Failed;
                }
            }

            await DeleteAsync(await session.ClientAsync(cancellationToken), cancellationToken);
            session.Messages.Say($"Deleted the connection {connection}.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static void RefuseWithoutTerminal(ApiSession session)
    {
        if (!Terminal.CanAsk)
        {
            throw new CommandFailure("The command cannot ask for a confirmation, because there is no terminal. To delete the connection, add --yes.");
        }

        if (session.Settings.TokenFile == "-")
        {
            throw new CommandFailure("The command cannot ask for a confirmation, because standard input is the access token. Add --yes, or pass the token in another way.");
        }
    }

    // The confirmation shows the label and the provider, so that the user recognizes the connection.
    private static async Task<string> NameAsync(PlannrClient plannr, Guid uuid, CancellationToken cancellationToken)
    {
        var connection = (await ConnectionLookup.FindAsync(plannr, uuid, cancellationToken)).Value;
        return TerminalText.Of($"\"{connection.Label}\" ({ConnectionTable.ProviderOf(connection) ?? "no provider"}, {uuid})");
    }
}

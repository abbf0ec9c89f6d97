using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections delete</c></summary>
internal static class ConnectionsDeleteCommand
{
    /// <summary>The vendor's words, as the contract has them.</summary>
    public const string Warning =
        "This will remove the connection entirely between the account and the third party. Please be cautious using this API endpoint as it can potentially damage the reliability of addons that depend on the connection.";

    public static Command Create()
    {
        var command = new DocumentedCommand(
            "delete",
            "Delete an OAuth2 connection, after asking: addons that depend on it may break.",
            $"plannr connections delete {UuidArgument.Example}",
            $"plannr connections delete {UuidArgument.Example} --yes",
            $"plannr connections delete {UuidArgument.Example} --dry-run");
        command.Aliases.Add("rm");
        var uuid = UuidArgument.OfConnection();
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask." };
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
            throw new CommandFailure("There is no terminal to ask at whether the connection is to be deleted. Give --yes if it is.");
        }

        if (session.Settings.TokenFile == "-")
        {
            throw new CommandFailure("Standard input holds the access token, so nobody can be asked there. Give --yes, or the token in another way.");
        }
    }

    // Who deletes something should see what it is.
    private static async Task<string> NameAsync(PlannrClient plannr, Guid uuid, CancellationToken cancellationToken)
    {
        var connection = (await ConnectionLookup.FindAsync(plannr, uuid, cancellationToken)).Value;
        return TerminalText.Of($"\"{connection.Label}\" ({ConnectionTable.ProviderOf(connection) ?? "no provider"}, {uuid})");
    }
}

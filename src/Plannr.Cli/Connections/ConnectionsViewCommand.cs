using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output.Json;
using Plannr.Generated;
using Plannr.Runtime.Json;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections view</c></summary>
internal static class ConnectionsViewCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "view",
            "Show an OAuth2 connection. The API has no operation for a single connection, so the command requests all of them.",
            $"plannr connections view {UuidArgument.Example}",
            $"plannr connections view {UuidArgument.Example} --json label,refresh_token_expires_at");
        var uuid = UuidArgument.OfConnection();
        command.Arguments.Add(uuid);
        var output = new RecordOutput(command, typeof(OAuthConnection), RecordOutput.Table, RecordOutput.Json);
        var api = new ApiOptions(command);
        api.SuggestFor(uuid, ApiCompletion.ConnectionsAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (await session.ShowInsteadAsync((plannr, token) => plannr.OAuthConnections.ListAsync(token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var connection = await ConnectionLookup.FindAsync(await session.ClientAsync(cancellationToken), arguments.GetRequiredValue(uuid), cancellationToken);
            if (output.FormatOf(arguments) == RecordOutput.Json)
            {
                await output.WriteJsonAsync(PlannrJson.Serialize(connection.Json, JsonFormats.Any), arguments, session.Secret, cancellationToken);
            }
            else
            {
                ConnectionTable.Write(connection.Value, session);
            }

            return ExitCode.Done;
        }));
        return command;
    }
}

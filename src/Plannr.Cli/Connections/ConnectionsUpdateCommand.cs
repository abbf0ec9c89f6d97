using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;
using Plannr.Cli.Output.Json;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Connections;

/// <summary><c>plannr connections update</c></summary>
internal static class ConnectionsUpdateCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "update",
            "Update an OAuth2 connection.",
            $"plannr connections update {UuidArgument.Example} --label \"My Fundment Account 1\"",
            $"plannr connections update {UuidArgument.Example} --label \"My Fundment Account 1\" --output json",
            $"plannr connections update {UuidArgument.Example} --label \"My Fundment Account 1\" --dry-run",
            $"plannr connections update {UuidArgument.Example} --label \"My Fundment Account 1\" --sandbox");
        var uuid = UuidArgument.OfConnection();
        var label = new Option<string>("--label", "-l") { Description = "The connection's new label.", Required = true, HelpName = "text" };
        command.Arguments.Add(uuid);
        command.Options.Add(label);
        var output = new RecordOutput(command, typeof(OAuthConnection), RecordOutput.Table, RecordOutput.Json);
        var api = new ApiOptions(command, writes: true);
        api.SuggestFor(uuid, ApiCompletion.ConnectionsAsync);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            Task<ApiResponse<OAuthConnection>> UpdateAsync(IPlannrClient plannr, CancellationToken token) => plannr.OAuthConnections.UpdateWithResponseAsync(
                arguments.GetRequiredValue(uuid), new UpdateOAuthConnectionRequest { Label = arguments.GetRequiredValue(label) }, token);

            if (await session.ShowInsteadAsync(UpdateAsync, cancellationToken))
            {
                return ExitCode.Done;
            }

            var response = await UpdateAsync(await session.ClientAsync(cancellationToken), cancellationToken);
            if (output.FormatOf(arguments) == RecordOutput.Json)
            {
                await output.WriteJsonAsync(response.ResponseBody!, arguments, session.Secret, cancellationToken);
            }
            else
            {
                ConnectionTable.Write(response.Value, session);
            }

            return ExitCode.Done;
        }));
        return command;
    }
}

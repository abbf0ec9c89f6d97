using System.CommandLine;
using Plannr.Generated;

namespace Plannr.Cli;

/// <summary><c>plannr connections update</c></summary>
internal static class ConnectionsUpdateCommand
{
    public static Command Create()
    {
        var uuid = new Argument<Guid>("uuid")
        {
            Description = "The UUID of the connection.",
            CustomParser = result =>
            {
                if (Guid.TryParseExact(result.Tokens.Single().Value, "D", out var value) && value != Guid.Empty)
                {
                    return value;
                }

                result.AddError($"'{result.Tokens.Single().Value}' is not the UUID of a connection, such as 6ff8f7f6-1eb3-3525-be4a-3932c805afed.");
                return default;
            },
        };
        var label = new Option<string>("--label") { Description = "The connection's new label.", Required = true };
        var sandbox = new Option<bool>("--sandbox") { Description = "Talk to a local sandbox instead of Plannr; it needs no access token." };
        var output = new Option<string>("--output") { Description = "How the connection is shown.", DefaultValueFactory = _ => "table" };
        output.AcceptOnlyFromAmong("table", "json");

        var command = new Command("update", "Update an OAuth2 connection.") { uuid, label, sandbox, output };
        command.SetAction((arguments, cancellationToken) => Errors.ReportAsync(async () =>
        {
            await using var server = await PlannrServer.ConnectAsync(arguments.GetValue(sandbox), cancellationToken);
            var connection = await new OAuthConnectionsClient(server.HttpClient).UpdateAsync(
                arguments.GetRequiredValue(uuid),
                new UpdateOAuthConnectionRequest { Label = arguments.GetRequiredValue(label) },
                cancellationToken);
            ConnectionOutput.Write(connection, asJson: arguments.GetRequiredValue(output) == "json");
        }));
        return command;
    }
}

using Plannr.Cli.Output.Json;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Connections;

/// <summary>Finds a connection in the list of all connections, because the API has no operation for a single one.</summary>
internal static class ConnectionLookup
{
    /// <summary>Returns a connection.</summary>
    /// <exception cref="CommandFailure">The connection does not exist.</exception>
    public static async Task<Received<OAuthConnection>> FindAsync(PlannrClient plannr, Guid uuid, CancellationToken cancellationToken)
    {
        var response = await plannr.OAuthConnections.ListWithResponseAsync(cancellationToken);
        return ReceivedList.Of(response.ResponseBody!, response.Value.Data).FirstOrDefault(c => c.Value.Uuid == uuid)
            ?? throw new CommandFailure($"There is no connection {uuid}. 'plannr connections list' shows the connections.", ExitCode.NotFound);
    }
}

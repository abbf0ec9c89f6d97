using Plannr.Cli.Output;
using Plannr.Client;
using Plannr.Generated;

namespace Plannr.Cli.Connections;

/// <summary>Finds one connection. The API has no operation for that, so it is one of the list.</summary>
internal static class ConnectionLookup
{
    /// <summary>Returns a connection.</summary>
    /// <exception cref="CommandFailure">There is no such connection.</exception>
    public static async Task<Received<OAuthConnection>> FindAsync(PlannrClient plannr, Guid uuid, CancellationToken cancellationToken)
    {
        var response = await plannr.OAuthConnections.ListWithResponseAsync(cancellationToken);
        return ReceivedList.Of(response.ResponseBody!, response.Value.Data).FirstOrDefault(c => c.Value.Uuid == uuid)
            ?? throw new CommandFailure($"There is no connection {uuid}. 'plannr connections list' shows which there are.", ExitCode.NotFound);
    }
}

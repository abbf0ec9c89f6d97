using Plannr.Generated;

namespace Plannr.Sandbox;

/// <summary>The sandbox's OAuth2 connections, in memory.</summary>
internal sealed class ConnectionStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, OAuthConnection> _connections = [];
    private readonly TimeProvider _timeProvider;

    public ConnectionStore(Contract contract, TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        // The vendor's page answers with another UUID than it was asked for; a store in which that holds could not be used.
        contract.ExampleConnection.Uuid = contract.ExampleUuid;
        _connections.Add(contract.ExampleUuid, contract.ExampleConnection);
    }

    /// <summary>All connections, as the JSON of a list.</summary>
    public string List()
    {
        lock (_lock)
        {
            return PlannrJson.Serialize(new OAuthConnectionList { Data = [.. _connections.Values] });
        }
    }

    /// <summary>Changes what the request set.</summary>
    /// <returns>The connection as JSON, or null if there is none with this UUID.</returns>
    public string? Update(Guid uuid, UpdateOAuthConnectionRequest request)
    {
        lock (_lock)
        {
            if (!_connections.TryGetValue(uuid, out var connection))
            {
                return null;
            }

            if (request.LabelSpecified)
            {
                connection.Label = request.Label;
            }

            connection.UpdatedAt = UkTime.Now(_timeProvider);
            return PlannrJson.Serialize(connection);
        }
    }

    /// <returns>Whether there was a connection with this UUID.</returns>
    public bool Delete(Guid uuid)
    {
        lock (_lock)
        {
            return _connections.Remove(uuid);
        }
    }
}

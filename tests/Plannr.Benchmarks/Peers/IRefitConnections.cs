using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;
using Refit;

namespace Plannr.Benchmarks.Peers;

/// <summary>The API as Refit wants it described.</summary>
internal interface IRefitConnections
{
    [Put("/" + Payload.Connections + "/{uuid}")]
    Task<Connection> UpdateAsync(Guid uuid, [Body] ConnectionUpdate body, CancellationToken cancellationToken);

    [Get("/" + Payload.Connections)]
    Task<ConnectionList> ListAsync(CancellationToken cancellationToken);
}

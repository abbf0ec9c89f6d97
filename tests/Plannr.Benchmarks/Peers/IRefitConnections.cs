using Plannr.Benchmarks.Api;
using Plannr.Benchmarks.Peers.Json;
using Refit;

namespace Plannr.Benchmarks.Peers;

/// <summary>The API, described for Refit.</summary>
internal interface IRefitConnections
{
    [Put("/" + Payload.Connections + "/{uuid}")]
    Task<Connection> UpdateAsync(Guid uuid, [Body] ConnectionUpdate body, CancellationToken cancellationToken);

    [Get("/" + Payload.Connections)]
    Task<ConnectionList> ListAsync(CancellationToken cancellationToken);
}

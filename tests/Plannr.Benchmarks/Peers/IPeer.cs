using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client for the API. The suites call it to measure it, and to check its results.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Updates the connection. The result of the task has the client's own type.</summary>
    Task UpdateAsync();

    /// <summary>Lists all connections. The result of the task has the client's own type.</summary>
    Task ListAsync();

    /// <summary>Updates the connection, and returns the result as the type of the peers without a contract.</summary>
    Task<Connection> UpdateToCompareAsync(string label);

    /// <summary>Lists all connections, and returns the result as the type of the peers without a contract.</summary>
    Task<ConnectionList> ListToCompareAsync();
}

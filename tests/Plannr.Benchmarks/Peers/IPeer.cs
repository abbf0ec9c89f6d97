using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client for the API, as the suites call it: once to be measured, and once to see what it made of the answer.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Updates the connection. The task holds the client's own type.</summary>
    Task UpdateAsync();

    /// <summary>Lists all connections. The task holds the client's own type.</summary>
    Task ListAsync();

    /// <summary>Updates the connection, and says what the client made of the answer, as the type that peers without a contract use.</summary>
    Task<Connection> UpdateToCompareAsync(string label);

    /// <summary>Lists all connections, and says likewise what the client made of the answer.</summary>
    Task<ConnectionList> ListToCompareAsync();
}

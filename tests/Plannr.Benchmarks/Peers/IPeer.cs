using Plannr.Benchmarks.Peers.Json;

namespace Plannr.Benchmarks.Peers;

/// <summary>A client for the API. Each has a method of its own that updates a connection and returns its own type; this is what can be said of all.</summary>
internal interface IPeer : IDisposable
{
    /// <summary>Updates the connection, and says what the client made of the answer, as the type that peers without a contract use.</summary>
    Task<Connection> UpdateToCompareAsync(string label);
}

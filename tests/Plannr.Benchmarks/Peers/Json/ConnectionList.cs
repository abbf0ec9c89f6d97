namespace Plannr.Benchmarks.Peers.Json;

/// <summary>A handwritten list of connections for System.Text.Json.</summary>
public sealed record ConnectionList
{
    public IReadOnlyList<Connection>? Data { get; init; }
}

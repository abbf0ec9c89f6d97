namespace Plannr.Benchmarks.Peers.Json;

/// <summary>Connections, for System.Text.Json, as one writes it by hand.</summary>
public sealed record ConnectionList
{
    public IReadOnlyList<Connection>? Data { get; init; }
}

namespace Plannr.Benchmarks.Peers.Json;

/// <summary>The new values of a connection.</summary>
public sealed record ConnectionUpdate
{
    public string? Label { get; init; }
}

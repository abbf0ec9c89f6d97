namespace Plannr.Benchmarks.Peers.Json;

/// <summary>The third party that a connection is for.</summary>
public sealed record Provider
{
    public string? Name { get; init; }

    public string? Label { get; init; }

    public Uri? LogoUrl { get; init; }

    public Uri? AuthorizationUrl { get; init; }
}

namespace Plannr.Benchmarks.Peers.Json;

/// <summary>A handwritten connection for System.Text.Json.</summary>
public sealed record Connection
{
    public Guid Uuid { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public Provider? Provider { get; init; }

    public DateTimeOffset? AccessTokenExpiresAt { get; init; }

    public DateTimeOffset? RefreshTokenExpiresAt { get; init; }

    public Uri? RefreshAuthorizationUrl { get; init; }

    public string? Label { get; init; }
}

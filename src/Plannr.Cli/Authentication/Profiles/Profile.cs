using Plannr.Cli.Api;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>A server with an access token for it, under a name.</summary>
internal sealed record Profile
{
    /// <summary>Gets the server that was named; null for Plannr's.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Gets the server.</summary>
    public Uri Server => BaseUrl ?? ServerAddress.OfPlannr;

    /// <summary>Gets the account to work for; null for the token's own.</summary>
    public Guid? Account { get; init; }

    /// <summary>Gets where the token is.</summary>
    public TokenPlace TokenIn { get; init; }

    /// <summary>Gets the token, if it is in the file of the profiles.</summary>
    public string? Token { get; init; }

    /// <summary>Gets a value that indicates whether the profile stands for a sandbox inside the process, which needs no token.</summary>
    public bool IsSandbox => TokenIn == TokenPlace.Sandbox;

    // A record's own would print the token.
    public override string ToString() => TokenIn.ToString();
}

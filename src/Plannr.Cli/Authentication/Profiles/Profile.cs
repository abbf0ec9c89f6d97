using Plannr.Cli.Api;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>A server and its access token.</summary>
internal sealed record Profile
{
    /// <summary>Gets the server that was specified; null for Plannr.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>Gets the server.</summary>
    public Uri Server => BaseUrl ?? ServerAddress.OfPlannr;

    /// <summary>Gets the account to use; null for the token's own account.</summary>
    public Guid? Account { get; init; }

    /// <summary>Gets the place of the token.</summary>
    public TokenPlace TokenIn { get; init; }

    /// <summary>Gets the token if it is in the file of the profiles; otherwise null.</summary>
    public string? Token { get; init; }

    /// <summary>Gets a value that indicates whether the profile uses a sandbox inside the process, which needs no token.</summary>
    public bool IsSandbox => TokenIn == TokenPlace.Sandbox;

    // The default implementation of a record would print the token.
    public override string ToString() => TokenIn.ToString();
}

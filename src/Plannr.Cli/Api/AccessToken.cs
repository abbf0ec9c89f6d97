using Plannr.Cli.Authentication.Profiles;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>The access token: from a file, from standard input, from the environment, or from a profile; never from the command line, which others can see.</summary>
/// <param name="Value">The token.</param>
/// <param name="Source">Where it comes from, in words.</param>
internal sealed record AccessToken(string Value, string Source)
{
    public const string Variable = "PLANNR_ACCESS_TOKEN";

    /// <summary>Gets a value that indicates whether the environment has a token.</summary>
    public static bool IsInEnvironment => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Reads the token from the place that the settings name.</summary>
    /// <exception cref="CommandFailure">There is none, or it is none.</exception>
    public static async Task<AccessToken> ReadAsync(ApiSettings settings, CancellationToken cancellationToken)
        => settings.TokenFile is { } file ? await ReadFileAsync(file, cancellationToken)
            : settings is { ProfileName: { } name, Profile: { } profile } ? OfProfile(name, profile)
            : OfEnvironment();

    /// <param name="file">The file; <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">There is none, or it is none.</exception>
    public static async Task<AccessToken> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        var secret = new SecretFile(file, "token file", "--token-file", "have the token replaced if somebody may have read it", ExitCode.Authentication);
        return Checked(await secret.ReadAsync(cancellationToken), secret.Source);
    }

    /// <summary>A token that was typed.</summary>
    /// <exception cref="CommandFailure">It is none.</exception>
    public static AccessToken OfInput(string text) => Checked(text, "the input");

    // A record's own would print the token.
    public override string ToString() => Source;

    private static AccessToken OfProfile(string name, Profile profile)
    {
        var token = profile.TokenIn == TokenPlace.System ? new SystemTokenStore(ProfileStore.Default.Folder).Read(name) : profile.Token;
        var source = $"the profile '{name}' ({(profile.TokenIn == TokenPlace.System ? SystemTokenStore.Name : ProfileStore.Default.Path)})";
        return token is null
            ? throw new CommandFailure($"The access token of {source} is not there, or cannot be read. Log in again with 'plannr auth login --profile {name}'.", ExitCode.Authentication)
            : Checked(token, source);
    }

    private static AccessToken OfEnvironment()
        => IsInEnvironment
            ? Checked(Environment.GetEnvironmentVariable(Variable)!, Variable)
            : throw new CommandFailure($"There is no access token. Log in with 'plannr auth login', set {Variable}, name a file with --token-file, or try the command with --sandbox, which needs none.", ExitCode.Authentication);

    // Refused here, because the exception for a malformed header would quote it.
    private static AccessToken Checked(string text, string source)
    {
        var token = text.Trim();
        return Authorization.IsToken(token)
            ? new AccessToken(token, source)
            : throw new CommandFailure($"What {source} holds is not an access token: it is empty, or holds a space, a line break or a character that no token has. Put the token there, and nothing else.", ExitCode.Authentication);
    }
}

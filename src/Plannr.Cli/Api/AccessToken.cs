using Plannr.Cli.Authentication.Profiles;
using Plannr.Client;

namespace Plannr.Cli.Api;

/// <summary>
/// The access token. It comes from a file, standard input, the environment or a profile, but never from the command line, which other
/// users can see.
/// </summary>
/// <param name="Value">The token.</param>
/// <param name="Source">A description of where the token comes from, for messages.</param>
internal sealed record AccessToken(string Value, string Source)
{
    public const string Variable = "PLANNR_ACCESS_TOKEN";

    /// <summary>Gets a value that indicates whether the environment has a token.</summary>
    public static bool IsInEnvironment => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(Variable));

    /// <summary>Reads the token from the place that the settings name.</summary>
    /// <exception cref="CommandFailure">There is no token, or the text is not a valid token.</exception>
    public static async Task<AccessToken> ReadAsync(ApiSettings settings, CancellationToken cancellationToken)
        => settings.TokenFile is { } file ? await ReadFileAsync(file, cancellationToken)
            : settings is { ProfileName: { } name, Profile: { } profile } ? OfProfile(name, profile)
            : OfEnvironment();

    /// <summary>Reads the token from a file.</summary>
    /// <param name="file">The file, or <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">The file cannot be read, or does not contain a valid token.</exception>
    public static async Task<AccessToken> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        var secret = new SecretFile(file, "token file", "--token-file", "have the token replaced if somebody may have read it", ExitCode.Authentication);
        return Checked(await secret.ReadAsync(cancellationToken), secret.Source);
    }

    /// <summary>Returns a token that the user typed.</summary>
    /// <exception cref="CommandFailure">The text is not a valid token.</exception>
    public static AccessToken OfInput(string text) => Checked(text, "the input");

    // The default implementation of a record would print the token.
    public override string ToString() => Source;

    private static AccessToken OfProfile(string name, Profile profile)
    {
        var token = profile.TokenIn == TokenPlace.System ? new SystemTokenStore(ProfileStore.Default.Folder).Read(name) : profile.Token;
        var source = $"the profile '{name}' ({(profile.TokenIn == TokenPlace.System ? SystemTokenStore.Name : ProfileStore.Default.Path)})";
        return token is null
            ? throw new CommandFailure($"The access token of {source} is missing or cannot be read. Log in again with 'plannr auth login --profile {name}'.", ExitCode.Authentication)
            : Checked(token, source);
    }

    private static AccessToken OfEnvironment()
        => IsInEnvironment
            ? Checked(Environment.GetEnvironmentVariable(Variable)!, Variable)
            : throw new CommandFailure($"There is no access token. Log in with 'plannr auth login', set {Variable}, pass a file with --token-file, or try the command with --sandbox, which needs no token.", ExitCode.Authentication);

    // Checked here, because the exception for a malformed header would quote the token.
    private static AccessToken Checked(string text, string source)
    {
        var token = text.Trim();
        return Authorization.IsToken(token)
            ? new AccessToken(token, source)
            : throw new CommandFailure($"There is no valid access token in {source}. It must contain only the token, without spaces or line breaks.", ExitCode.Authentication);
    }
}

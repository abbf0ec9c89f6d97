using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>The access token: from a file, from standard input, or from the environment; never from the command line, which others can see.</summary>
/// <param name="Value">The token.</param>
/// <param name="Source">Where it comes from, in words.</param>
internal sealed record AccessToken(string Value, string Source)
{
    public const string Variable = "PLANNR_ACCESS_TOKEN";

    /// <param name="file">The file; <c>-</c> for standard input, null for the environment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">There is none, or it is none.</exception>
    public static async Task<AccessToken> ReadAsync(string? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return OfEnvironment();
        }

        var secret = new SecretFile(file, "token file", "--token-file", "have the token replaced if somebody may have read it", ExitCode.Authentication);
        return Checked(await secret.ReadAsync(cancellationToken), secret.Source);
    }

    // A record's own would print the token.
    public override string ToString() => Source;

    private static AccessToken OfEnvironment()
        => Environment.GetEnvironmentVariable(Variable) is { } text && !string.IsNullOrWhiteSpace(text)
            ? Checked(text, Variable)
            : throw new CommandFailure($"There is no access token. Set {Variable}, name a file with --token-file, or try the command with --sandbox, which needs none.", ExitCode.Authentication);

    // Refused here, because the exception for a malformed header would quote it.
    private static AccessToken Checked(string text, string source)
    {
        var token = text.Trim();
        return Authorization.IsToken(token)
            ? new AccessToken(token, source)
            : throw new CommandFailure($"What {source} holds is not an access token: it is empty, or holds a space, a line break or a character that no token has. Put the token there, and nothing else.", ExitCode.Authentication);
    }
}

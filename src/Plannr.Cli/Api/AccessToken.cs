using Plannr.Cli.Output;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>The access token: from a file, from standard input, or from the environment; never from the command line, which others can see.</summary>
/// <param name="Value">The token.</param>
/// <param name="Source">Where it comes from, in words.</param>
internal sealed record AccessToken(string Value, string Source)
{
    public const string Variable = "PLANNR_ACCESS_TOKEN";

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const int MostCharacters = 64 * 1024;

    /// <param name="file">The file; <c>-</c> for standard input, null for the environment.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">There is none, or it is none.</exception>
    public static async Task<AccessToken> ReadAsync(string? file, CancellationToken cancellationToken) => file switch
    {
        null => OfEnvironment(),
        // Console.In would keep the byte order mark that PowerShell may write before the token.
        "-" => Checked(await ReadAsync(new StreamReader(Console.OpenStandardInput()), cancellationToken), "standard input"),
        _ => Checked(await ReadFileAsync(file, cancellationToken), file),
    };

    // A record's own would print the token.
    public override string ToString() => Source;

    private static AccessToken OfEnvironment()
        => Environment.GetEnvironmentVariable(Variable) is { } text && !string.IsNullOrWhiteSpace(text)
            ? Checked(text, Variable)
            : throw new CommandFailure($"There is no access token. Set {Variable}, name a file with --token-file, or try the command with --sandbox, which needs none.", ExitCode.Authentication);

    private static async Task<string> ReadFileAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            // The mode of the file that is then read, not of one that has taken its name meanwhile.
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & OfOthers) != 0)
            {
                throw new CommandFailure($"The token file {file} can be read or written by others than its owner. Close it to them with 'chmod 600 {file}', and have the token replaced if somebody may have read it.", ExitCode.Authentication);
            }

            using var reader = new StreamReader(stream);
            return await ReadAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The token file {file} cannot be read: {FileProblem.Of(exception)}. Name another with --token-file.", ExitCode.Authentication);
        }
    }

    private static async Task<string> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        // Standard input does not let go of a read, and Ctrl-C is not to wait for it.
        var reading = Task.Run(async () =>
        {
            var buffer = new char[MostCharacters];
            var length = await reader.ReadBlockAsync(buffer, CancellationToken.None);
            return new string(buffer, 0, length);
        }, CancellationToken.None);
        return await reading.WaitAsync(cancellationToken);
    }

    // Refused here, because the exception for a malformed header would quote it.
    private static AccessToken Checked(string text, string source)
    {
        var token = text.Trim();
        return Authorization.IsToken(token)
            ? new AccessToken(token, source)
            : throw new CommandFailure($"What {source} holds is not an access token: it is empty, or holds a space, a line break or a character that no token has. Put the token there, and nothing else.", ExitCode.Authentication);
    }
}

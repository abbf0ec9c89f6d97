using Plannr.Cli.Output;

namespace Plannr.Cli.Api;

/// <summary>A file that contains nothing but a secret, which is not to be an argument, as others can see those.</summary>
/// <param name="Path">The file; <c>-</c> for standard input.</param>
/// <param name="Name">What the file is called in messages, such as "token file".</param>
/// <param name="Option">The option that names the file.</param>
/// <param name="AdviceIfExposed">What to do if somebody else may have read the file, as the end of a sentence.</param>
/// <param name="ExitCode">The exit code if the file cannot be used.</param>
internal sealed record SecretFile(string Path, string Name, string Option, string AdviceIfExposed, int ExitCode)
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const int MostCharacters = 64 * 1024;

    /// <summary>Gets where the secret comes from, in words.</summary>
    public string Source => Path == "-" ? "standard input" : Path;

    /// <summary>Returns the text of the file, at most 64 Ki characters.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or others can read it too.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (Path == "-")
        {
            // Console.In would keep the byte order mark that PowerShell may write before the secret.
            return await ReadAsync(new StreamReader(Console.OpenStandardInput()), cancellationToken);
        }

        try
        {
            // The mode of the file that is then read, not of one that has taken its name meanwhile.
            await using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & OfOthers) != 0)
            {
                throw new CommandFailure($"The {Name} {Path} can be read or written by others than its owner. Close it to them with 'chmod 600 {Path}', and {AdviceIfExposed}.", ExitCode);
            }

            using var reader = new StreamReader(stream);
            return await ReadAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The {Name} {Path} cannot be read: {FileProblem.Of(exception)}. Name another with {Option}.", ExitCode);
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
}

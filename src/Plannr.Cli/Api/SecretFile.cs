using Plannr.Cli.Output;

namespace Plannr.Cli.Api;

/// <summary>A file that contains only a secret. Secrets must not be arguments, because other users can see arguments.</summary>
/// <param name="Path">The file, or <c>-</c> for standard input.</param>
/// <param name="Name">The name of the kind of file in messages, such as "token file".</param>
/// <param name="Option">The option that names the file.</param>
/// <param name="AdviceIfExposed">The end of a sentence with advice for the case that somebody else has read the file.</param>
/// <param name="ExitCode">The exit code if the file cannot be used.</param>
internal sealed record SecretFile(string Path, string Name, string Option, string AdviceIfExposed, int ExitCode)
{
    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
    private const int MaxCharacters = 64 * 1024;

    /// <summary>Gets a description of where the secret comes from, for messages.</summary>
    public string Source => Path == "-" ? "standard input" : Path;

    /// <summary>Returns the text of the file, at most 64 Ki characters.</summary>
    /// <exception cref="CommandFailure">The file cannot be read, or others can read it too.</exception>
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (Path == "-")
        {
            // Not Console.In, which would keep a byte order mark that PowerShell may write before the secret.
            return await ReadAsync(new StreamReader(Console.OpenStandardInput()), cancellationToken);
        }

        try
        {
            // The mode is read from the open file, because another file could replace it meanwhile.
            await using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & OfOthers) != 0)
            {
                throw new CommandFailure($"The {Name} {Path} can be read or written by other users. Run 'chmod 600 {Path}', and {AdviceIfExposed}.", ExitCode);
            }

            using var reader = new StreamReader(stream);
            return await ReadAsync(reader, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The {Name} {Path} cannot be read: {FileProblem.Of(exception)}. Pass another file with {Option}.", ExitCode);
        }
    }

    private static async Task<string> ReadAsync(TextReader reader, CancellationToken cancellationToken)
    {
        // A read from standard input cannot be canceled, and Ctrl-C must not wait for it.
        var reading = Task.Run(async () =>
        {
            var buffer = new char[MaxCharacters];
            var length = await reader.ReadBlockAsync(buffer, CancellationToken.None);
            return new string(buffer, 0, length);
        }, CancellationToken.None);
        return await reading.WaitAsync(cancellationToken);
    }
}

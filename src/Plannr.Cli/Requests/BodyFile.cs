using System.Text;
using System.Text.Json;
using Plannr.Cli.Output;

namespace Plannr.Cli.Requests;

/// <summary>The body of a request or of a webhook, from a file or from standard input.</summary>
internal static class BodyFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the body byte for byte.</summary>
    /// <param name="file">The file; <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">The file cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            // Standard input does not let go of a read, and Ctrl-C is not to wait for it.
            return file == "-"
                ? await Task.Run(ReadStandardInput, CancellationToken.None).WaitAsync(cancellationToken)
                : await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The file {file} with the body cannot be read: {FileProblem.Of(exception)}. Name another, or - for standard input.");
        }
    }

    /// <summary>Returns a body that is JSON.</summary>
    /// <param name="file">The file; <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="CommandFailure">The file cannot be read, or is not JSON in UTF-8.</exception>
    public static async Task<string> ReadJsonAsync(string file, CancellationToken cancellationToken)
    {
        var name = file == "-" ? "standard input" : file;
        try
        {
            var json = Utf8.GetString(await ReadAsync(file, cancellationToken)).TrimStart('\ufeff').Trim();
            // Strict, as the API is.
            using var document = JsonDocument.Parse(json);
            return json;
        }
        catch (DecoderFallbackException)
        {
            throw new CommandFailure($"The body in {name} is not UTF-8. Save it as UTF-8.");
        }
        catch (JsonException exception)
        {
            throw new CommandFailure($"The body in {name} is not valid JSON: {exception.Message} Correct it.");
        }
    }

    private static byte[] ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        input.CopyTo(buffer);
        return buffer.ToArray();
    }
}

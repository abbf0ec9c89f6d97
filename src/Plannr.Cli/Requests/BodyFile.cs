using System.Text;
using System.Text.Json;
using Plannr.Cli.Output;

namespace Plannr.Cli.Requests;

/// <summary>Reads the body of a request or a webhook from a file or from standard input.</summary>
internal static class BodyFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Returns the unchanged bytes of the body.</summary>
    /// <param name="file">The file, or <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">The file cannot be read.</exception>
    public static async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            // A read from standard input cannot be canceled, and Ctrl-C must not wait for it.
            return file == "-"
                ? await Task.Run(ReadStandardInput, CancellationToken.None).WaitAsync(cancellationToken)
                : await File.ReadAllBytesAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"The file {file} with the body cannot be read: {FileProblem.Of(exception)}. Pass another file, or - for standard input.");
        }
    }

    /// <summary>Returns a JSON body.</summary>
    /// <param name="file">The file, or <c>-</c> for standard input.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">The file cannot be read, or is not JSON in UTF-8.</exception>
    public static async Task<string> ReadJsonAsync(string file, CancellationToken cancellationToken)
    {
        var name = file == "-" ? "standard input" : file;
        try
        {
            var json = Utf8.GetString(await ReadAsync(file, cancellationToken)).TrimStart('\ufeff').Trim();
            // A strict parser, like that of the API.
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

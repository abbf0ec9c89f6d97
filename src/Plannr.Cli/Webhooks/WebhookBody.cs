using Plannr.Cli.Output;

namespace Plannr.Cli.Webhooks;

/// <summary>The body of a webhook, byte for byte, from a file or from standard input.</summary>
internal static class WebhookBody
{
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

    private static byte[] ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        input.CopyTo(buffer);
        return buffer.ToArray();
    }
}

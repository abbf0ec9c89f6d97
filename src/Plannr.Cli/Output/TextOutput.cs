using System.Text;

namespace Plannr.Cli.Output;

/// <summary>Text of our own on standard output, byte for byte in a pipe or a file, with a line break at its end.</summary>
internal static class TextOutput
{
    public static async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await using var output = StandardOutput.Open();
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : text + "\n"), cancellationToken);
    }
}

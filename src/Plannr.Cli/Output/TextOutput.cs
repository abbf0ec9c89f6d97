using System.Text;

namespace Plannr.Cli.Output;

/// <summary>Writes trusted text to standard output as UTF-8, with a final line break.</summary>
internal static class TextOutput
{
    public static async Task WriteAsync(string text, CancellationToken cancellationToken)
    {
        await using var output = StandardOutput.Open();
        await output.WriteAsync(Encoding.UTF8.GetBytes(text.EndsWith('\n') ? text : text + "\n"), cancellationToken);
    }
}

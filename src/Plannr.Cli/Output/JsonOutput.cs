using System.Text;

namespace Plannr.Cli.Output;

/// <summary>The API's JSON on standard output: byte for byte in a pipe or a file, indented on a terminal, each value as it came.</summary>
internal static class JsonOutput
{
    public static async Task WriteAsync(string body, Secret secret, CancellationToken cancellationToken)
    {
        var json = secret.RemoveFrom(body);
        if (Terminal.ShowsOutput)
        {
            await Console.Out.WriteLineAsync(TerminalText.Json(IndentedJson.Of(json)).AsMemory(), cancellationToken);
            return;
        }

        // The console's own encoding may not be able to carry it.
        await using var output = StandardOutput.Open();
        await output.WriteAsync(Encoding.UTF8.GetBytes(json + "\n"), cancellationToken);
    }
}

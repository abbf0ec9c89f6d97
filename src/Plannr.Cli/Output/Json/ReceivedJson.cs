using System.Text;

namespace Plannr.Cli.Output.Json;

/// <summary>Writes the API's JSON to standard output: unchanged to a pipe or a file, indented to a terminal.</summary>
internal static class ReceivedJson
{
    public static async Task WriteAsync(string body, Secret secret, CancellationToken cancellationToken)
    {
        var json = secret.RemoveFrom(body);
        if (Terminal.ShowsOutput)
        {
            await Console.Out.WriteLineAsync(TerminalText.Json(IndentedJson.Of(json)).AsMemory(), cancellationToken);
            return;
        }

        // UTF-8, because the console's encoding may lack characters.
        await using var output = StandardOutput.Open();
        await output.WriteAsync(Encoding.UTF8.GetBytes(json + "\n"), cancellationToken);
    }
}

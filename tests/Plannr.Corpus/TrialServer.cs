using System.Text;
using System.Text.Json;

namespace Plannr.Corpus;

/// <summary>Runs trials for <see cref="TrialProcess"/>: reads a document's name from each line of the standard input, and writes both outcomes.</summary>
internal static class TrialServer
{
    public static async Task RunAsync()
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        // NSwag writes to the console.
        Console.SetOut(TextWriter.Null);
        var documents = Document.List().ToDictionary(d => d.Name);
        while (await Console.In.ReadLineAsync() is { } name)
        {
            var trial = new Trial(documents[name]);
            await output.WriteLineAsync(JsonSerializer.Serialize(await trial.RunAsItIsAsync()));
            await output.WriteLineAsync(JsonSerializer.Serialize(await trial.RunCutDownAsync()));
        }
    }
}

using System.Text;
using System.Text.Json;

namespace Plannr.Corpus;

/// <summary>Runs trials for <see cref="TrialProcess"/>: reads the name of a document from each line of standard input, and writes its two outcomes.</summary>
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
            await output.WriteLineAsync(JsonSerializer.Serialize(await trial.RunUnchangedAsync()));
            await output.WriteLineAsync(JsonSerializer.Serialize(await trial.RunReducedAsync()));
        }
    }
}

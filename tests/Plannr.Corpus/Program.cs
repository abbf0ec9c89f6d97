using System.Diagnostics;
using System.Globalization;
using Plannr.Corpus;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var accepts = args.Contains("--accept");
var only = args.FirstOrDefault(a => !a.StartsWith('-'));
var documents = Document.List().Where(d => only is null || d.Name.Contains(only, StringComparison.Ordinal)).ToArray();
if (documents.Length == 0)
{
    Console.Error.WriteLine($"No document of the list has '{only}' in its name.");
    return 2;
}

Directory.CreateDirectory(Place.Work);
var clock = Stopwatch.StartNew();
var outcomes = new SortedDictionary<string, string>(StringComparer.Ordinal);
await Parallel.ForEachAsync(documents, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (document, _) =>
{
    var start = clock.Elapsed;
    var outcome = await Trial.RunAsync(document);
    lock (outcomes)
    {
        outcomes.Add(document.Name, outcome);
        Console.WriteLine($"{document.Name}: {outcome}  [{(clock.Elapsed - start).TotalSeconds:0.0} s]");
    }
});

var failed = outcomes.Values.Count(o => o.Contains("FAILED", StringComparison.Ordinal));
var generated = outcomes.Values.Count(o => o.StartsWith("generated", StringComparison.Ordinal));
var mended = outcomes.Values.Count(o => o.Contains("mended: generated", StringComparison.Ordinal));
Console.WriteLine($"{documents.Length} documents in {clock.Elapsed.TotalSeconds:0} s: {generated} generated, {documents.Length - generated - failed} refused (of which {mended} are generated once mended), {failed} FAILED");
var differences = only is null ? Outcomes.Compare(outcomes, accepts) : [];
foreach (var difference in differences)
{
    Console.WriteLine(difference);
}

return failed > 0 || differences.Count > 0 ? 1 : 0;

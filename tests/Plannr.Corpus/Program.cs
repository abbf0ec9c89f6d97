using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Plannr.Corpus;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Directory.CreateDirectory(Place.Work);
if (args is [TrialProcess.Argument])
{
    await TrialServer.RunAsync();
    return 0;
}

var accepts = args.Contains("--accept");
var only = args.FirstOrDefault(a => !a.StartsWith('-'));
var documents = Document.List().Where(d => only is null || d.Name.Contains(only, StringComparison.Ordinal)).ToArray();
if (documents.Length == 0)
{
    Console.Error.WriteLine($"No document in documents.txt has '{only}' in its name.");
    return 2;
}

var clock = Stopwatch.StartNew();
var queue = new ConcurrentQueue<Document>(documents);
var results = new ConcurrentBag<DocumentOutcome>();
await Task.WhenAll(TryQueueAsync(), TryQueueAsync());

DocumentOutcome[] outcomes = [.. results.OrderBy(o => o.Document.Name, StringComparer.Ordinal)];
Console.WriteLine($"{documents.Length} documents in {clock.Elapsed.TotalSeconds:0} s");
foreach (var line in Summary.Lines(outcomes))
{
    Console.WriteLine(line);
}

var differences = only is null ? Outcomes.Compare(outcomes, accepts) : [];
foreach (var difference in differences)
{
    Console.WriteLine(difference);
}

return outcomes.Any(o => o.HasFailed) || differences.Count > 0 ? 1 : 0;

async Task TryQueueAsync()
{
    using var process = new TrialProcess();
    while (queue.TryDequeue(out var document))
    {
        var start = clock.Elapsed;
        var outcome = await process.TryAsync(document);
        results.Add(outcome);
        Console.WriteLine($"{string.Join('\n', outcome.Lines)}  [{(clock.Elapsed - start).TotalSeconds:0.0} s]");
    }
}

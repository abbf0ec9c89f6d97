using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate.Tests.Fuzzing;

/// <summary>
/// Gives the gate contracts that were changed at random: whatever they contain, it ends with findings that have a place, within
/// ten seconds. <c>tests/fuzz-gate.sh</c> does so at length.
/// </summary>
public sealed class FuzzTests
{
    // Ten seconds are the limit; a machine that runs other tests at the same time takes a multiple.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);
    // More would say the same again.
    private const int MaxFailures = 20;
    private const int UsualCases = 500;

    private static readonly string[] Contracts = [.. ReadContracts()];

    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly string _folder = Path.GetFullPath(Environment.GetEnvironmentVariable("PLANNR_FUZZ_FOLDER") ?? Path.Combine(TestContext.CurrentContext.WorkDirectory, "fuzz"));

    // Of the systematic replacements, every so many are enough beside the other tests.
    private static int Stride => Cases == UsualCases ? 10 : 1;

    // Each case is made of its number alone, so that one that ends the process can be tried again.
    private static int FirstCase => Setting("PLANNR_FUZZ_SEED", 1);

    private static int Cases => Setting("PLANNR_FUZZ_CASES", UsualCases);

    [Test]
    public async Task Gate_ends_with_findings_that_have_a_place_for_any_contract()
    {
        await TryAllAsync("random", Enumerable.Range(0, Cases).Select(index => Random(unchecked(FirstCase + index))));

        Assert.That(_outcomes.Keys, Has.Some.StartsWith("OAS").And.Some.EqualTo("without errors"), "The mutations reach neither the rules nor the generator.");
    }

    [Test]
    public async Task Gate_ends_with_findings_whichever_value_is_replaced()
    {
        var contracts = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Diff")).Append(Path.Combine(AppContext.BaseDirectory, "Contracts", "version-3.2.yaml"));

        await TryAllAsync("replaced", from file in contracts
                                      let original = File.ReadAllText(file)
                                      from replaced in ContractMutator.ReplaceEach(original).Select((text, number) => (Text: text, Number: number))
                                      where replaced.Number % Stride == 0
                                      select new Case($"{Path.GetFileName(file)}, replacement {replaced.Number}", $"{Path.GetFileNameWithoutExtension(file)}-{replaced.Number}", original, replaced.Text));
    }

    private static Case Random(int number)
    {
        var mutator = new ContractMutator(new Random(number), Contracts);
        var text = mutator.Mutate();
        return new Case($"Case {number} (PLANNR_FUZZ_SEED={number} PLANNR_FUZZ_CASES=1)", $"{number}", mutator.Original, text);
    }

    private async Task TryAllAsync(string kind, IEnumerable<Case> cases)
    {
        var folder = Path.Combine(_folder, kind);
        Directory.CreateDirectory(folder);
        CopyParts(folder);
        var threads = new ConcurrentBag<int>(Enumerable.Range(0, Environment.ProcessorCount));
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads.Count };
        await Parallel.ForEachAsync(cases, options, async (one, _) =>
        {
            if (_failures.Count >= MaxFailures || !threads.TryTake(out var thread))
            {
                return;
            }

            await TryAsync(one, folder, thread);
            threads.Add(thread);
            Count("cases");
            if (_outcomes["cases"] is var done && done % 1000 == 0)
            {
                await TestContext.Progress.WriteLineAsync($"{done} cases");
            }
        });

        var summary = string.Join("\n", _outcomes.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}: {o.Value}"));
        await TestContext.Progress.WriteLineAsync($"{kind}, from case {FirstCase}:\n{summary}");
        Assert.That(_failures, Is.Empty);
    }

    private async Task TryAsync(Case one, string folder, int thread)
    {
        // What ends the process leaves its contract here.
        var (original, mutated) = (Path.Combine(folder, $"original{thread}.yaml"), Path.Combine(folder, $"mutated{thread}.yaml"));
        await WriteAsync(original, one.Original);
        await WriteAsync(mutated, one.Text);
        try
        {
            await Task.Run(() => RunAsync(original, mutated, one.Text)).WaitAsync(TimeLimit);
        }
        catch (Exception exception)
        {
            var kept = Path.Combine(folder, $"failed-{one.File}.yaml");
            await WriteAsync(kept, one.Text);
            _failures.Enqueue($"{one.Name}, kept as {kept}: {exception}");
        }
    }

    private async Task RunAsync(string original, string mutated, string text)
    {
        var (findings, normalized) = await Linter.NormalizeAsync(mutated);
        var lines = text.Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length;
        foreach (var finding in findings)
        {
            Count(finding.Rule.Code);
            Require(finding.Mark is { Line: > 0, Column: > 0 } && (finding.File != mutated || finding.Mark.Line <= lines), $"A finding has no place in the contract: {finding}");
            Require(!finding.ToString().Any(char.IsControl), $"A finding is more than a line: {finding}");
        }

        Count(findings.HasErrors ? "with errors" : "without errors");
        Require(normalized is null == findings.HasErrors, "A contract is normalized if it has no errors, and only then.");
        _ = normalized?.ToString();
        if (IsComparable(findings) && IsComparable(await Linter.LintAsync(original)))
        {
            Count("compared");
            Compare(original, mutated);
            Compare(mutated, original);
        }
    }

    private static bool IsComparable(Findings findings) => !findings.Any(f => f.Rule.IsError && f.Rule != Rule.NotGenerated);

    private static void Compare(string oldPath, string newPath)
    {
        var findings = new Findings();
        var (old, now) = (OpenApiContract.Read(oldPath, findings), OpenApiContract.Read(newPath, findings));
        var report = new DiffReport(old, now, ContractDiff.Compare(old, now));
        Require((report.ToText() + report.ToJson() + report.ToMarkdown()).Length > 0, "The report is empty.");
    }

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new InvalidOperationException(message);
        }
    }

    private void Count(string outcome) => _outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);

    // A mutation may have left half of a surrogate pair, which UTF-8 cannot hold.
    private static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(file, text, new UTF8Encoding(false));

    private static int Setting(string name, int fallback)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : fallback;

    // Those of the folder Contracts have errors already; a change of one of the others may reach the generator and the diff.
    private static IEnumerable<string> ReadContracts()
        => new[] { "Contracts", "Diff", "Constructs", "Diff", "Constructs", "Diff", "Constructs" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.*", SearchOption.AllDirectories))
            .Append(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllText(file));

    // The documents that some contracts refer to.
    private static void CopyParts(string folder)
    {
        foreach (var part in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Contracts"), "part-*"))
        {
            File.Copy(part, Path.Combine(folder, Path.GetFileName(part)), overwrite: true);
        }

        Directory.CreateDirectory(Path.Combine(folder, "Parts"));
        foreach (var part in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Constructs", "Parts")))
        {
            File.Copy(part, Path.Combine(folder, "Parts", Path.GetFileName(part)), overwrite: true);
        }
    }

    private sealed record Case(string Name, string File, string Original, string Text);
}

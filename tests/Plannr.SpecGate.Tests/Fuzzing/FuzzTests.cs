using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests.Fuzzing;

/// <summary>
/// Runs the gate on contracts that were changed at random. It must end within ten seconds, and each finding must have a position.
/// <c>tests/fuzz-gate.sh</c> tries many more contracts.
/// </summary>
public sealed class FuzzTests
{
    // The gate must finish within ten seconds. The limit is higher because other tests run at the same time.
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(40);
    // Further failures are likely to have the same causes.
    private const int MaxFailures = 20;
    private const int DefaultCases = 40;

    private static readonly string[] Contracts = [.. ReadContracts()];

    private readonly ConcurrentDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly string _folder = Path.GetFullPath(Environment.GetEnvironmentVariable("PLANNR_FUZZ_FOLDER") ?? Path.Combine(TestContext.CurrentContext.WorkDirectory, "fuzz"));

    // By default, only every 250th replacement is tried, to save time.
    private static int Stride => Cases == DefaultCases ? 250 : 1;

    // A case depends only on its number, so that a case that ends the process can be repeated.
    private static int FirstCase => Setting("PLANNR_FUZZ_SEED", 1);

    private static int Cases => Setting("PLANNR_FUZZ_CASES", DefaultCases);

    [Test]
    public async Task Gate_reports_findings_with_positions_for_randomly_mutated_contracts()
    {
        await TryAllAsync("random", Enumerable.Range(0, Cases).Select(index => Random(unchecked(FirstCase + index))));

        Assert.That(_outcomes.Keys, Has.Some.StartsWith("OAS").And.Some.EqualTo("without errors"), "The mutations must produce contracts with findings and contracts without errors.");
    }

    [Test]
    public async Task Gate_reports_findings_with_positions_whichever_value_is_replaced()
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
        // If a contract ends the process, its file remains.
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
            Require(finding.Mark is { Line: > 0, Column: > 0 } && (finding.File != mutated || finding.Mark.Line <= lines), $"A finding has no position in the contract: {finding}");
            Require(!finding.ToString().Any(char.IsControl), $"A finding has more than one line: {finding}");
        }

        Count(findings.HasErrors ? "with errors" : "without errors");
        Require(normalized is null == findings.HasErrors, "A contract must be normalized if it has no errors, and only then.");
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

    // A mutation can leave half of a surrogate pair, on which the default encoding throws.
    private static Task WriteAsync(string file, string text) => File.WriteAllTextAsync(file, text, new UTF8Encoding(false));

    private static int Setting(string name, int fallback)
        => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : fallback;

    // The contracts of the folder Contracts already have errors. The others are repeated, because their mutations can reach the generator and the diff.
    private static IEnumerable<string> ReadContracts()
        => new[] { "Contracts", "Diff", "Constructs", "Diff", "Constructs", "Diff", "Constructs" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.*", SearchOption.AllDirectories))
            .Append(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"))
            .Where(file => Path.GetExtension(file) is ".yaml" or ".json")
            .Order(StringComparer.Ordinal)
            .Select(file => File.ReadAllText(file));

    // Copies the files to which some contracts refer.
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

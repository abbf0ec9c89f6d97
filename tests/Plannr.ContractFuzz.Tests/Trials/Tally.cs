using System.Globalization;
using System.Text;

namespace Plannr.ContractFuzz.Tests.Trials;

/// <summary>Counts the outcomes of the trials.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, int> _refusals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _warnings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<int>> _faults = new(StringComparer.Ordinal);

    public int Generated { get; private set; }

    public int Compiled { get; private set; }

    public int Refused { get; private set; }

    public int Failed => _faults.Values.Sum(s => s.Count);

    public long Calls { get; private set; }

    public void Add(int seed, Outcome outcome)
    {
        Calls += outcome.Calls;
        if (outcome.Fault is not null)
        {
            _faults.TryAdd(outcome.Fault, []);
            _faults[outcome.Fault].Add(seed);
        }
        else if (outcome.IsRefused)
        {
            Refused++;
            Count(outcome.Refusals, _refusals);
        }
        else if (outcome.Warnings.Count > 0)
        {
            Compiled++;
            Count(outcome.Warnings, _warnings);
        }
        else
        {
            Generated++;
        }
    }

    /// <summary>Returns the counts, and the seeds of the first contracts that failed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Generated + Compiled + Refused + Failed} contracts: {Generated} generated, with {Calls} calls; {Compiled} generated with warnings and compiled only; {Refused} refused; {Failed} FAILED.");
        foreach (var (rule, count) in _refusals.OrderByDescending(r => r.Value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  refused {count}: {rule}");
        }

        foreach (var (rule, count) in _warnings.OrderByDescending(r => r.Value))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  compiled only {count}: {rule}");
        }

        foreach (var (fault, seeds) in _faults.OrderByDescending(f => f.Value.Count))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  FAILED {seeds.Count}: {fault} (seeds {string.Join(", ", seeds.Take(5))})");
        }

        return text.ToString().TrimEnd();
    }

    private static void Count(IEnumerable<string> rules, SortedDictionary<string, int> counts)
    {
        foreach (var rule in rules)
        {
            counts[rule] = counts.GetValueOrDefault(rule) + 1;
        }
    }
}

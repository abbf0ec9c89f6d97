using System.Collections;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Reporting;

/// <summary>The findings of a run, without duplicates, sorted by file and position.</summary>
internal sealed class Findings : IEnumerable<Finding>
{
    private readonly HashSet<Finding> _findings = [];

    public bool HasErrors { get; private set; }

    public void Add(Rule rule, string file, Mark mark, string message)
    {
        _findings.Add(new Finding(rule, file, mark, message));
        HasErrors |= rule.IsError;
    }

    /// <summary>Returns the findings that a build shows: the first findings of each rule, followed by one that counts the rest.</summary>
    /// <param name="maximum">The maximum number of findings of each rule.</param>
    /// <param name="showAll">The command that shows all findings.</param>
    public IEnumerable<Finding> First(int maximum, string showAll)
    {
        var counts = this.CountBy(f => f.Rule).ToDictionary();
        var shown = new Dictionary<Rule, int>();
        foreach (var finding in this)
        {
            var place = shown[finding.Rule] = shown.GetValueOrDefault(finding.Rule) + 1;
            if (place <= maximum)
            {
                yield return finding;
            }
            else if (place == maximum + 1)
            {
                var more = counts[finding.Rule] - maximum;
                yield return finding with { Message = $"{more} more {(more == 1 ? "finding" : "findings")} of {finding.Rule.Code}, starting here: {finding.Rule.Summary} To see all, run: {showAll}" };
            }
        }
    }

    public IEnumerator<Finding> GetEnumerator()
        => _findings.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Mark.Line).ThenBy(f => f.Mark.Column).ThenBy(f => f.Rule.Code, StringComparer.Ordinal).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

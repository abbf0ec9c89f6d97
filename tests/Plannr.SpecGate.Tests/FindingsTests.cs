using Plannr.SpecGate.Reporting;
using Plannr.SpecGate.Source;

namespace Plannr.SpecGate.Tests;

/// <summary>The findings that a build shows: the first of each rule, and the number of the others.</summary>
public sealed class FindingsTests
{
    [TestCase(5, null)]
    [TestCase(6, "a.yaml(6,1): warning OAS101: 1 more finding of OAS101, starting here: A description or summary is missing. To see all, run: specgate lint a.yaml")]
    [TestCase(1000, "a.yaml(6,1): warning OAS101: 995 more findings of OAS101, starting here: A description or summary is missing. To see all, run: specgate lint a.yaml")]
    public void First_returns_five_findings_of_a_rule_and_the_number_of_the_others(int count, string? last)
    {
        var findings = new Findings();
        for (var line = count; line >= 1; line--)
        {
            findings.Add(Rule.NoDescription, "a.yaml", new Mark(line, 1), "The operation has no summary.");
        }

        var shown = findings.First(5, "specgate lint a.yaml").Select(f => f.ToString()).ToArray();

        var first = Enumerable.Range(1, 5).Select(line => $"a.yaml({line},1): warning OAS101: The operation has no summary.");
        Assert.That(shown, Is.EqualTo(last is null ? first : first.Append(last)));
    }

    [Test]
    public void First_counts_the_findings_of_each_rule_and_sorts_them_by_position()
    {
        var findings = new Findings();
        for (var line = 1; line <= 3; line++)
        {
            findings.Add(Rule.NoDescription, "a.yaml", new Mark(line, 1), "The operation has no summary.");
            findings.Add(Rule.Unresolved, "a.yaml", new Mark(line, 2), "'a' does not exist.");
        }

        var shown = findings.First(2, "specgate lint a.yaml").Select(f => (f.Mark.Line, f.Rule.Code, f.Rule.IsError));

        Assert.That(shown, Is.EqualTo(Enumerable.Range(1, 3).SelectMany(line => new[] { (line, "OAS101", false), (line, "OAS011", true) })));
    }
}

using System.Text.RegularExpressions;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests;

/// <summary>
/// Lints each contract of the folder Contracts. A comment at the end of a line lists the findings of that line: <c>#! OAS011</c>.
/// The linter must report exactly those findings, and a snapshot contains their messages. The comment <c>#= OAS011</c> marks a
/// line that almost breaks a rule.
/// </summary>
public sealed partial class LinterTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Contracts");

    /// <summary>Gets the contracts. Files named part-* are not contracts, but referenced by them.</summary>
    private static IEnumerable<string> Contracts
        => Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)!).Where(f => !f.StartsWith("part-", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Contracts))]
    public async Task Contract_has_exactly_the_marked_findings(string contract)
    {
        var file = Path.Combine(Folder, contract);

        var findings = (await Linter.LintAsync(file)).ToArray();

        var places = findings.Where(f => f.File == file).Select(f => (f.Mark.Line, f.Rule.Code)).Distinct().Order();
        Assert.That(places.ToArray(), Is.EqualTo(Expected(file).Order().ToArray()), string.Join("\n", findings.Select(f => f.ToString())));
        var text = string.Concat(findings.Select(f => f + "\n")).Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        await Snapshot.Verify(text.Length > 0 ? text : "no findings", "txt");
    }

    [Test]
    public void Every_rule_has_a_contract_that_breaks_it()
    {
        // A missing file has no lines. NotRead is for documents in which no other rule finds anything, and LeftOut requires an option.
        var tested = Contracts.SelectMany(c => Expected(Path.Combine(Folder, c))).Select(e => e.Code)
            .Concat([Rule.Missing.Code, Rule.NotRead.Code, Rule.LeftOut.Code]);

        Assert.That(Rule.All.Select(r => r.Code).Except(tested), Is.Empty);
    }

    [Test]
    public void Every_rule_has_a_contract_that_almost_breaks_it()
    {
        // A file cannot be almost missing. For NotRead and LeftOut, see above. HostileContractTests tests the limits of TooLarge.
        var near = Contracts.SelectMany(c => Marked(Path.Combine(Folder, c), "#=")).Select(e => e.Code)
            .Concat([Rule.Missing.Code, Rule.NotRead.Code, Rule.LeftOut.Code, Rule.TooLarge.Code]);

        Assert.That(Rule.All.Select(r => r.Code).Except(near), Is.Empty);
    }

    // The default of a property is 5, and the property is an integer or a string.
    [TestCase("clean.yaml", true)]
    [TestCase("values.yaml", false)]
    public async Task Default_is_documented_if_it_fits_its_schema(string contract, bool isDocumented)
    {
        var (_, normalized) = await Linter.NormalizeAsync(Path.Combine(Folder, contract));

        Assert.That($"{normalized}".Contains("the API uses 5", StringComparison.Ordinal), Is.EqualTo(isDocumented));
    }

    [Test]
    public async Task Contract_of_the_product_has_no_errors()
        => Assert.That((await Linter.LintAsync(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"))).Where(f => f.Rule.IsError), Is.Empty);

    [TestCase("", "is empty")]
    [TestCase("\n  \n", "is empty")]
    [TestCase("# a comment\n", "is empty")]
    [TestCase("---\n", "is empty")]
    [TestCase(null, "does not exist")]
    public async Task Contract_that_is_empty_or_missing_is_an_error(string? text, string problem)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (text is not null)
        {
            await File.WriteAllTextAsync(file, text);
        }

        try
        {
            var findings = await Linter.LintAsync(file);
            Assert.That(findings.Select(f => f.ToString()), Is.EqualTo(new[] { $"{file}(1,1): error OAS001: The contract {problem}. It starts with 'openapi: 3.0.3'." }));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void Readme_of_the_gate_lists_every_rule()
    {
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "SpecGate.README.md")).ReplaceLineEndings("\n");
        var table = string.Concat(Rule.All.Select(r => $"| {r.Code} | {r.Severity} | {r.Summary} | {r.Reason} |\n"));

        Assert.That(readme, Does.Contain(table), "The table of build/SpecGate/README.md must be:\n" + table);
    }

    private static IEnumerable<(int Line, string Code)> Expected(string file) => Marked(file, "#!");

    private static IEnumerable<(int Line, string Code)> Marked(string file, string mark)
        => from line in File.ReadAllLines(file).Select((text, index) => (Text: text, Number: index + 1))
           where line.Text.Contains(mark, StringComparison.Ordinal)
           from Match code in Code().Matches(line.Text[line.Text.LastIndexOf(mark, StringComparison.Ordinal)..])
           select (line.Number, code.Value);

    [GeneratedRegex("OAS[0-9]{3}")]
    private static partial Regex Code();
}

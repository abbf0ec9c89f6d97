using System.Text.RegularExpressions;

namespace Plannr.SpecGate.Tests;

/// <summary>The error message in the README of the repository.</summary>
public sealed partial class ReadmeTests
{
    [Test]
    public async Task Error_message_in_the_readme_is_the_message_of_the_gate()
    {
        var shown = Finding().Match(await ReadAsync("README.md"));
        var known = shown.Groups["known"].Value;
        var text = await ReadAsync("plannr.yaml");
        var start = text.IndexOf(known, StringComparison.Ordinal);
        text = text[..start] + shown.Groups["misspelled"].Value + text[(start + known.Length)..];
        var contract = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        await File.WriteAllTextAsync(contract, text);
        try
        {
            var findings = await Linter.LintAsync(contract);

            // The line is not compared, because it changes with the contract.
            Assert.That(findings.Where(finding => finding.Rule.IsError).Select(finding => finding.Message), Is.EqualTo(new[] { shown.Groups["message"].Value }));
        }
        finally
        {
            File.Delete(contract);
        }
    }

    private static async Task<string> ReadAsync(string file)
        => (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file))).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^openapi/plannr\.yaml\(\d+,\d+\): error OAS008: (?<message>'(?<misspelled>\w+)' .*'(?<known>\w+)'\?)$", RegexOptions.Multiline)]
    private static partial Regex Finding();
}

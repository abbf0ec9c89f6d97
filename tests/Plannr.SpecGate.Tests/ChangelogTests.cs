using System.Runtime.CompilerServices;
using Plannr.SpecGate.Diff;

namespace Plannr.SpecGate.Tests;

/// <summary>The changelog lists the changes of each release of the contract.</summary>
public sealed class ChangelogTests
{
    private static IEnumerable<TestCaseData> Releases
    {
        get
        {
            string[] files =
            [
                .. Directory.GetFiles(Path.Combine(Repository(), "openapi", "released"), "plannr-*.yaml").OrderBy(VersionOf),
                Path.Combine(Repository(), "openapi", "plannr.yaml"),
            ];
            return files.Zip(files.Skip(1), (old, current) => new TestCaseData(old, current).SetArgDisplayNames(Path.GetFileName(old), Path.GetFileName(current)));
        }
    }

    [TestCaseSource(nameof(Releases))]
    public void Changelog_contains_the_diff_of_each_release(string old, string current)
    {
        var report = ContractPair.Read(File.ReadAllText(old), File.ReadAllText(current), (before, now) => (Changes: ContractDiff.Compare(before, now), Before: before, Now: now));
        if (!report.Changes.Any())
        {
            return;
        }

        var markdown = new DiffReport(report.Before, report.Now, report.Changes).ToMarkdown().ReplaceLineEndings("\n").Trim();

        Assert.That(
            File.ReadAllText(Path.Combine(Repository(), "CHANGELOG.md")).ReplaceLineEndings("\n"),
            Does.Contain(markdown),
            $"Add the output of: dotnet run --project build/SpecGate -- diff openapi/released/{Path.GetFileName(old)} openapi/{Path.GetFileName(current)} --format markdown");
    }

    private static Version VersionOf(string file) => Version.Parse(Path.GetFileNameWithoutExtension(file).Split('-')[1]);

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}

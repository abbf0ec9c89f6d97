using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests;

/// <summary>A contract and what becomes of it, and the changes that are seen between the two.</summary>
internal static class ContractPair
{
    /// <summary>The text of a contract in the folder Diff.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Diff", name)).ReplaceLineEndings("\n");

    /// <summary>The changes that one piece of a contract's text makes, as "kind impact", those for C# with "C#: " before it.</summary>
    public static IEnumerable<string> Change(string name, string from, string to)
    {
        var text = Text(name);
        Assert.That(text.Split(from), Has.Length.EqualTo(2), $"the text to be changed stands in {name} once: {from}");

        return Changes(text, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>The changes between two contracts, as "kind impact", those for C# with "C#: " before it.</summary>
    public static IEnumerable<string> Changes(string old, string now)
        => Compare(old, now)
            .GroupBy(c => $"{(c.Audience == Audience.CSharp ? "C#: " : "")}{c.Id} {Lower(c.Impact)}")
            .Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ×{g.Count()}")
            .Order(StringComparer.Ordinal);

    /// <summary>The changes between two contracts.</summary>
    public static IReadOnlyList<Change> Compare(string old, string now) => Read(old, now, ContractDiff.Compare);

    /// <summary>Reads two contracts, which must not have errors in their structure.</summary>
    public static T Read<T>(string old, string now, Func<OpenApiContract, OpenApiContract, T> use)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var findings = new Findings();
            var (oldPath, newPath) = (Path.Combine(folder.FullName, "old.yaml"), Path.Combine(folder.FullName, "new.yaml"));
            File.WriteAllText(oldPath, old);
            File.WriteAllText(newPath, now);
            var result = use(OpenApiContract.Read(oldPath, findings), OpenApiContract.Read(newPath, findings));
            Assert.That(findings.Where(f => f.Rule.IsError), Is.Empty);
            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Lower(Impact impact) => impact.ToString().ToLowerInvariant();
}

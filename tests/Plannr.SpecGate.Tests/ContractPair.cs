using Plannr.SpecGate.Contract;
using Plannr.SpecGate.Diff;
using Plannr.SpecGate.Diff.Changes;
using Plannr.SpecGate.Reporting;

namespace Plannr.SpecGate.Tests;

/// <summary>Compares an old and a new contract.</summary>
internal static class ContractPair
{
    /// <summary>Returns the text of a contract in the folder Diff.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Diff", name)).ReplaceLineEndings("\n");

    /// <summary>Replaces a part of a contract's text, and returns the changes as "kind impact". Changes of the C# code start with "C#: ".</summary>
    public static IEnumerable<string> Change(string name, string from, string to)
    {
        var text = Text(name);
        Assert.That(text.Split(from), Has.Length.EqualTo(2), $"Expected exactly one occurrence in {name}: {from}");

        return Changes(text, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Returns the changes between two contracts as "kind impact". Changes of the C# code start with "C#: ".</summary>
    public static IEnumerable<string> Changes(string old, string now)
        => Compare(old, now)
            .GroupBy(c => $"{(c.Audience == Audience.CSharp ? "C#: " : "")}{c.Id} {Lower(c.Impact)}")
            .Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ×{g.Count()}")
            .Order(StringComparer.Ordinal);

    /// <summary>Returns the changes between two contracts.</summary>
    public static IReadOnlyList<Change> Compare(string old, string now) => Read(old, now, ContractDiff.Compare);

    /// <summary>Reads two contracts and passes them to a function. Fails if the structure of a contract has errors.</summary>
    public static T Read<T>(string old, string now, Func<OpenApiContract, OpenApiContract, T> use) => use(Read("old.yaml", old), Read("new.yaml", now));

    /// <summary>Reads a contract. Fails if its structure has errors.</summary>
    public static OpenApiContract Read(string file, string text)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var findings = new Findings();
            var path = Path.Combine(folder.FullName, file);
            File.WriteAllText(path, text);
            var contract = OpenApiContract.Read(path, findings);
            Assert.That(findings.Where(f => f.Rule.IsError), Is.Empty);
            return contract;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Lower(Impact impact) => impact.ToString().ToLowerInvariant();
}

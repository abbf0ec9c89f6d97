using System.Text.RegularExpressions;

namespace Plannr.Codegen.Tests;

/// <summary>The solution, which Visual Studio builds.</summary>
public sealed class SolutionTests
{
    [Test]
    public async Task Projects_that_generate_code_depend_on_the_gate_in_the_solution()
    {
        // Visual Studio builds projects at the same time unless a dependency orders them. Without dependencies, two builds would
        // write the gate to the same folder at the same time.
        var solution = await File.ReadAllTextAsync(SourceTree.RepositoryFile("Plannr.Generated.sln"));
        var projects = Regex.Matches(solution, """^Project\(.*?\) = ".*?", "(?<path>.*?)", "(?<id>.*?)"(?<rest>.*?)^EndProject\r?$""", RegexOptions.Multiline | RegexOptions.Singleline)
            .ToDictionary(m => m.Groups["path"].Value.Replace('\\', '/'), m => (Id: m.Groups["id"].Value, Dependencies: m.Groups["rest"].Value));
        var generating = SourceTree.BuildFiles()
            .Where(f => f.Path.EndsWith("proj", StringComparison.Ordinal) && f.Document.Descendants("Import").Any(i => i.Attribute("Project")!.Value.EndsWith("Plannr.Codegen.targets", StringComparison.Ordinal)))
            .Select(f => f.Path.Replace('\\', '/'))
            .ToArray();

        Assert.That(generating, Does.Contain(SourceTree.Generated));
        Assert.That(generating.Where(p => !projects[p].Dependencies.Contains(projects[SourceTree.SpecGate].Id, StringComparison.Ordinal)), Is.Empty);
    }
}

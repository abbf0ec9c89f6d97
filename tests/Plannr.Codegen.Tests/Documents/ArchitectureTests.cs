using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Plannr.Codegen.Tests.Documents;

/// <summary>Compares the architecture page, <c>src/README.md</c>, with the code.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Document Page = new("src/README.md");

    [Test]
    public void Arrows_of_the_diagram_are_the_project_references()
    {
        var arrows = Page.CodeBlocks("mermaid").SelectMany(block => Arrow().Matches(block)).Select(match => match.Value);
        var references = from file in SourceTree.BuildFiles()
                         where file.Path.StartsWith("src" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && file.Path.EndsWith(".csproj", StringComparison.Ordinal)
                         from reference in file.Document.Descendants("ProjectReference").Attributes("Include")
                         select $"{NameOf(file.Path)} --> {NameOf(reference.Value)}";

        Assert.That(arrows, Is.EquivalentTo(references), "Update the diagram in src/README.md.");
    }

    [Test]
    public void Table_lists_every_project()
    {
        var projects = SourceTree.BuildFiles().Select(file => file.Path).Where(path => path.StartsWith("src" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal));

        Assert.That(projects.Select(path => Path.GetFileNameWithoutExtension(path)!).Where(name => !Page.Text.Contains($"\n| `{name}` | ", StringComparison.Ordinal)), Is.Empty, "Add these projects to the table in src/README.md.");
    }

    // DocumentTests checks that the target of each link exists.
    [Test]
    public void Name_of_a_file_is_a_link_to_that_file()
    {
        Assert.That(Page.CodeOutsideLinks.Where(IsFileName), Is.Empty, "Link these names to their files.");
        Assert.That(Page.RelativeLinks.Where(link => IsFileName(link.Text) && link.Target.Split('/')[^1] != link.Text), Is.Empty, "The text of each of these links must be the name of its file.");
        Assert.That(Page.RelativeLinks.Count(link => IsFileName(link.Text)), Is.GreaterThan(25));
    }

    private static bool IsFileName(string text) => FileName().IsMatch(text);

    private static string NameOf(string project) => Path.GetFileNameWithoutExtension(project.Replace('\\', '/')).Replace("Plannr.", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\w.]+ --> [\w.]+")]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^[\w./-]+\.(cs|csproj|json|liquid|targets|yaml)$")]
    private static partial Regex FileName();
}

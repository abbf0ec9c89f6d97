namespace Plannr.Codegen.Tests.Documents;

/// <summary>The Markdown documents of the repository.</summary>
public sealed class DocumentTests
{
    private const int MaxReadmeWords = 900;

    private static readonly string[] Places = ["build", "src", "tests", "CHANGELOG.md", "CONTRIBUTING.md"];

    [Test]
    public void Search_finds_the_documents_and_their_links()
    {
        Assert.That(Document.All.Select(document => document.Path), Does.Contain("README.md").And.Contains("src/README.md").And.Contains("build/README.md"));
        Assert.That(Document.All.SelectMany(document => document.RelativeLinks).Count(), Is.GreaterThan(100));
    }

    [Test]
    public void Relative_link_points_to_an_existing_file_or_folder()
        => Assert.That(
            Document.All.SelectMany(document => document.RelativeLinks).Where(link => !Exists(link.Target)),
            Is.Empty,
            "The targets of these links do not exist. Correct the links, or restore the files.");

    [Test]
    public void Anchor_of_a_link_is_a_heading_of_the_target()
        => Assert.That(
            Document.All.SelectMany(document => document.RelativeLinks).Where(link => link.Anchor is { } anchor && Exists(link.Target) && !new Document(link.Target).Anchors.Contains(anchor)),
            Is.Empty,
            "The documents to which these links point do not have these headings.");

    // Package sources show the README of a package without the repository around it.
    [Test]
    public void Readme_of_a_package_links_to_no_other_file()
        => Assert.That(
            Document.All.Where(document => document.Path == "build/Plannr.Codegen.README.md" || (document.Path.StartsWith("src/Plannr.", StringComparison.Ordinal) && document.Path.EndsWith("/README.md", StringComparison.Ordinal)))
                .SelectMany(document => document.RelativeLinks).Where(link => link.LeadsToFile),
            Is.Empty,
            "A package does not contain these files. Name them without a link.");

    [Test]
    public void Readme_of_the_repository_has_at_most_900_words()
        => Assert.That(new Document("README.md").Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Has.Length.LessThanOrEqualTo(MaxReadmeWords));

    [Test]
    public void Document_can_be_reached_by_links_from_the_readme()
    {
        var reached = new HashSet<string> { "README.md" };
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var path))
        {
            foreach (var target in new Document(path).RelativeLinks.Select(link => link.Target).Where(target => target.EndsWith(".md", StringComparison.Ordinal) && Exists(target) && reached.Add(target)))
            {
                open.Enqueue(target);
            }
        }

        Assert.That(
            Document.All.Select(document => document.Path).Where(path => Places.Contains(path.Split('/')[0]) && !reached.Contains(path)),
            Is.Empty,
            "No document links to these documents. Add a link where readers need it.");
    }

    private static bool Exists(string path) => File.Exists(SourceTree.RepositoryFile(path)) || Directory.Exists(SourceTree.RepositoryFile(path));
}

using System.Text.RegularExpressions;

namespace Plannr.Codegen.Tests;

/// <summary>Checks that the repository can be cloned on Windows, macOS and Linux.</summary>
public sealed partial class RepositoryFileTests
{
    // By default, Windows allows paths of 260 characters. This leaves 100 for the folder of the clone.
    private const int MaxPathLength = 160;

    private static readonly IReadOnlyList<string> Paths = RepositoryFiles.Paths;

    [Test]
    public void Search_finds_the_files_of_the_repository()
        => Assert.That(Paths, Does.Contain("README.md").And.Contains("openapi/plannr.yaml").And.Contains("tests/Plannr.Codegen.Tests/RepositoryFileTests.cs"));

    [Test]
    public void Path_of_a_file_has_at_most_160_characters()
        => Assert.That(
            Paths.Where(path => path.Length > MaxPathLength).Select(path => $"{path.Length}: {path}"),
            Is.Empty,
            "These paths are too long for a clone on Windows. Shorten the name of the test or of its argument.");

    [Test]
    public void Path_of_a_file_is_valid_on_Windows()
        => Assert.That(Paths.Where(path => path.Split('/').Any(IsInvalidOnWindows)), Is.Empty, "Windows does not allow these names.");

    [Test]
    public void Paths_of_two_files_differ_in_more_than_case()
        => Assert.That(
            Paths.GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).SelectMany(group => group),
            Is.Empty,
            "On Windows and macOS, these paths are the same file.");

    [Test]
    public void Git_attributes_check_out_all_text_with_line_feeds()
        => Assert.That(
            File.ReadAllLines(SourceTree.RepositoryFile(".gitattributes")).Where(line => !line.StartsWith('#')),
            Does.Contain("* text=auto eol=lf"),
            "Snapshots and raw string literals are compared byte for byte, whatever core.autocrlf is.");

    [Test]
    public void Text_file_has_no_carriage_returns()
        => Assert.That(
            Paths.Where(path => HasCarriageReturn(SourceTree.RepositoryFile(path))),
            Is.Empty,
            "These files have Windows line endings. Convert them, and check .editorconfig and the editor.");

    private static bool IsInvalidOnWindows(string name)
        => name.Any(c => char.IsControl(c) || "<>:\"|?*\\".Contains(c, StringComparison.Ordinal)) || name[^1] is ' ' or '.' || DeviceName().IsMatch(name);

    private static bool HasCarriageReturn(string file)
    {
        var content = File.ReadAllBytes(file);
        // Like git, treats a file with a null byte as binary.
        return !content.Contains((byte)0) && content.Contains((byte)'\r');
    }

    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}

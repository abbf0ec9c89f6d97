using System.Text.RegularExpressions;

namespace Plannr.Codegen.Tests;

/// <summary>The repository's files can be checked out on Windows, macOS and Linux alike.</summary>
public sealed partial class RepositoryFileTests
{
    // Windows without long paths stops at 260 characters, which leaves 100 for the folder of the clone.
    private const int LongestPath = 160;

    private static readonly IReadOnlyList<string> Paths = RepositoryFiles.Paths;

    [Test]
    public void Paths_are_found()
        => Assert.That(Paths, Does.Contain("README.md").And.Contains("openapi/plannr.yaml").And.Contains("tests/Plannr.Codegen.Tests/RepositoryFileTests.cs"));

    [Test]
    public void Path_of_a_file_is_no_longer_than_160_characters()
        => Assert.That(
            Paths.Where(path => path.Length > LongestPath).Select(path => $"{path.Length}: {path}"),
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
            "Windows and macOS take these for the same file.");

    [Test]
    public void Attributes_check_out_all_text_with_line_feeds()
        => Assert.That(
            File.ReadAllLines(SourceTree.RepositoryFile(".gitattributes")).Where(line => !line.StartsWith('#')),
            Does.Contain("* text=auto eol=lf"),
            "Snapshots and raw string literals are compared byte for byte, whatever core.autocrlf is.");

    [Test]
    public void Text_of_a_file_has_line_feeds_only()
        => Assert.That(
            Paths.Where(path => HasCarriageReturn(SourceTree.RepositoryFile(path))),
            Is.Empty,
            "These files have Windows line endings. Convert them, and check .editorconfig and the editor.");

    private static bool IsInvalidOnWindows(string name)
        => name.Any(c => char.IsControl(c) || "<>:\"|?*\\".Contains(c, StringComparison.Ordinal)) || name[^1] is ' ' or '.' || DeviceName().IsMatch(name);

    private static bool HasCarriageReturn(string file)
    {
        var content = File.ReadAllBytes(file);
        // As git tells text from binary files.
        return !content.Contains((byte)0) && content.Contains((byte)'\r');
    }

    [GeneratedRegex(@"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DeviceName();
}

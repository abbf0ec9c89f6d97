namespace Plannr.Codegen.Tests;

/// <summary>The files of the repository, without build output. They come from the file system, so that the tests also run on an archive without git.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] BuiltFolders = ["bin", "obj", "artifacts", "TestResults", ".git", ".vs", ".idea"];

    /// <summary>Gets the paths of the files, relative to the root of the repository and with forward slashes.</summary>
    public static IReadOnlyList<string> Paths { get; } = [.. FilesOf(new DirectoryInfo(SourceTree.RepositoryFile("."))).Select(PathOf).Order(StringComparer.Ordinal)];

    private static IEnumerable<FileInfo> FilesOf(DirectoryInfo folder)
        => folder.EnumerateFiles().Where(file => !file.Name.Contains(".received.", StringComparison.Ordinal) && file.Extension is not (".binlog" or ".user"))
            .Concat(folder.EnumerateDirectories().Where(child => !BuiltFolders.Contains(child.Name)).SelectMany(FilesOf));

    private static string PathOf(FileInfo file)
        => Path.GetRelativePath(SourceTree.RepositoryFile("."), file.FullName).Replace(Path.DirectorySeparatorChar, '/');
}

namespace Plannr.Codegen.Tests.Documents;

/// <summary>A link within the repository.</summary>
/// <param name="Source">The document that contains the link.</param>
/// <param name="Url">The target, relative to the document, with or without an anchor.</param>
/// <param name="Line">The line of the link, starting at 1.</param>
/// <param name="Text">The text of the link.</param>
internal sealed record DocumentLink(Document Source, string Url, int Line, string Text)
{
    /// <summary>Gets the anchor; null if the link has none.</summary>
    public string? Anchor => Url.Contains('#', StringComparison.Ordinal) ? Url[(Url.IndexOf('#', StringComparison.Ordinal) + 1)..] : null;

    /// <summary>Gets a value that indicates whether the link points to another file or folder.</summary>
    public bool LeadsToFile => File.Length > 0;

    /// <summary>Gets the path, in the repository, of the file or folder to which the link points.</summary>
    public string Target => LeadsToFile
        ? Path.GetRelativePath(SourceTree.RepositoryFile("."), Path.Combine(SourceTree.RepositoryFile("."), Path.GetDirectoryName(Source.Path)!, File)).Replace(Path.DirectorySeparatorChar, '/')
        : Source.Path;

    private string File => Uri.UnescapeDataString(Url.Split('#')[0]);

    public override string ToString() => $"{Source.Path}({Line}): {Url}";
}

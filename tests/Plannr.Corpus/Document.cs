namespace Plannr.Corpus;

/// <summary>A document that is listed in documents.txt.</summary>
/// <param name="OpenApi">The version of OpenAPI, such as 3.1.</param>
/// <param name="Package">The npm package that contains it, with the package's version.</param>
/// <param name="Path">The path in the package.</param>
internal sealed record Document(string OpenApi, string Package, string Path)
{
    /// <summary>Gets the name of the document in the outcomes: the package without its version, and the path.</summary>
    public string Name => $"{Package[..Package.LastIndexOf('@')]}/{Path}";

    /// <summary>Gets the path of the file.</summary>
    public string Source => System.IO.Path.Combine(Place.Packages, Package, Path);

    /// <summary>Gets the prefix of the names of the files that are generated from the document.</summary>
    public string Stem => Name.Replace('/', '-').Replace('@', '-').TrimStart('-');

    public static IReadOnlyList<Document> List()
        => [.. from line in File.ReadLines(System.IO.Path.Combine(Place.Suite, "documents.txt"))
               where line.Length > 0 && !line.StartsWith('#')
               let parts = line.Split(' ', 3)
               select new Document(parts[0], parts[1], parts[2])];
}

namespace Plannr.Corpus;

/// <summary>A document of the list.</summary>
/// <param name="Package">The npm package that it comes from.</param>
/// <param name="Path">Its path in the package.</param>
internal sealed record Document(string Package, string Path)
{
    /// <summary>What the outcomes name it by.</summary>
    public string Name => $"{Package}/{Path}";

    public string Source => System.IO.Path.Combine(Place.Packages, Package, Path);

    /// <summary>The start of the names of the files that are made of it.</summary>
    public string Stem => System.IO.Path.ChangeExtension(Name, null).Replace('/', '-').Replace('@', '-').TrimStart('-');

    public static IReadOnlyList<Document> List()
        => [.. from line in File.ReadLines(System.IO.Path.Combine(Place.Suite, "documents.txt"))
               where line.Length > 0 && !line.StartsWith('#')
               let parts = line.Split(' ', 2)
               select new Document(parts[0], parts[1])];
}

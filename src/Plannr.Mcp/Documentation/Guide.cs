namespace Plannr.Mcp.Documentation;

/// <summary>A guide: sections of the READMEs about one topic.</summary>
/// <param name="Name">The name, which is the last part of the URI.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">The unchanged sections of the READMEs.</param>
internal sealed record Guide(string Name, string Title, IReadOnlyList<MarkdownSection> Sections)
{
    /// <summary>The prefix of the URIs of all guides.</summary>
    public const string UriPrefix = "plannr://guides/";

    /// <summary>Gets the URI, which identifies the guide in the responses of tools and as a resource.</summary>
    public string Uri => UriPrefix + Name;

    /// <summary>Gets the text of all sections.</summary>
    public string Markdown => string.Join("\n\n", Sections.Select(s => $"{s.Heading}\n\n{s.Text}"));
}

namespace Plannr.Mcp.Documentation;

/// <summary>A guide: sections of the repository's READMEs on one topic.</summary>
/// <param name="Name">The name, which its URI ends with.</param>
/// <param name="Title">The title.</param>
/// <param name="Sections">The sections, each as its README has it.</param>
internal sealed record Guide(string Name, string Title, IReadOnlyList<MarkdownSection> Sections)
{
    /// <summary>What the URIs of all guides start with.</summary>
    public const string UriPrefix = "plannr://guides/";

    /// <summary>Gets the URI, which is the guide's source in the responses of the tools and its address as a resource.</summary>
    public string Uri => UriPrefix + Name;

    /// <summary>Gets the sections as one text.</summary>
    public string Markdown => string.Join("\n\n", Sections.Select(s => $"{s.Heading}\n\n{s.Text}"));
}

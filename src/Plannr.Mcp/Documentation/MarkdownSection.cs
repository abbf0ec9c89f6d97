namespace Plannr.Mcp.Documentation;

/// <summary>A section of a Markdown file.</summary>
/// <param name="Heading">The line of the heading, such as <c>## Handle errors</c>.</param>
/// <param name="Text">The text after the heading.</param>
internal sealed record MarkdownSection(string Heading, string Text)
{
    /// <summary>Gets the text of the heading.</summary>
    public string Title => Heading.TrimStart('#').Trim();
}

namespace Plannr.Mcp.Documentation;

/// <summary>A guide: sections of the repository's READMEs on one topic.</summary>
/// <param name="Name">The name, which its URI ends with.</param>
/// <param name="Title">The title.</param>
/// <param name="Markdown">The text, which starts with the first section's heading.</param>
internal sealed record Guide(string Name, string Title, string Markdown)
{
    /// <summary>What the URIs of all guides start with.</summary>
    public const string UriPrefix = "plannr://guides/";

    /// <summary>Gets the URI, which is the guide's source in the responses of the tools and its address as a resource.</summary>
    public string Uri => UriPrefix + Name;
}

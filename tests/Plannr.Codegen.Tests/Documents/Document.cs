using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Plannr.Codegen.Tests.Documents;

/// <summary>A Markdown document of the repository.</summary>
internal sealed class Document
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).UsePipeTables().Build();

    private readonly MarkdownDocument _syntax;

    /// <summary>Reads a document.</summary>
    /// <param name="path">The path in the repository.</param>
    public Document(string path)
    {
        Path = path;
        Text = File.ReadAllText(SourceTree.RepositoryFile(path)).ReplaceLineEndings("\n");
        _syntax = Markdown.Parse(Text, Pipeline);
    }

    /// <summary>Gets all documents except snapshots.</summary>
    public static IEnumerable<Document> All
        => RepositoryFiles.Paths.Where(path => path.EndsWith(".md", StringComparison.Ordinal) && !path.Contains(".verified.", StringComparison.Ordinal)).Select(path => new Document(path));

    public string Path { get; }

    public string Text { get; }

    /// <summary>Gets the anchors of the headings, as GitHub names them.</summary>
    public IEnumerable<string> Anchors => _syntax.Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id!);

    /// <summary>Gets the links and images that do not have an absolute address.</summary>
    public IEnumerable<DocumentLink> RelativeLinks
        => _syntax.Descendants<LinkInline>().Where(link => !Uri.TryCreate(link.Url, UriKind.Absolute, out _)).Select(link => new DocumentLink(this, link.Url!, link.Line + 1, TextOf(link)));

    /// <summary>Gets the texts in backticks that are not part of a link.</summary>
    public IEnumerable<string> CodeOutsideLinks
        => _syntax.Descendants<CodeInline>().Where(code => code.Parent is not LinkInline).Select(code => code.Content);

    /// <summary>Gets the code blocks of a language.</summary>
    public IEnumerable<string> CodeBlocks(string language)
        => _syntax.Descendants<FencedCodeBlock>().Where(block => block.Info == language).Select(block => block.Lines.ToString());

    private static string TextOf(LinkInline link)
        => string.Concat(link.Descendants().Select(part => part switch { CodeInline code => code.Content, LiteralInline text => text.Content.ToString(), _ => "" }));
}

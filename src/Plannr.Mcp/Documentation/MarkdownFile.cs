namespace Plannr.Mcp.Documentation;

/// <summary>A Markdown file whose sections can be read by heading.</summary>
internal sealed class MarkdownFile
{
    private const string Fence = "```";

    private readonly string _name;
    private readonly string[] _lines;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="name">The name of the file, for error messages.</param>
    /// <param name="text">The text of the file.</param>
    public MarkdownFile(string name, string text)
    {
        _name = name;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>Returns a README that is embedded in this assembly.</summary>
    /// <exception cref="InvalidOperationException">The README is not embedded.</exception>
    public static MarkdownFile Embedded(string name)
    {
        using var stream = typeof(MarkdownFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded in Plannr.Mcp.");
        using var reader = new StreamReader(stream);
        return new MarkdownFile(name, reader.ReadToEnd());
    }

    /// <summary>Returns a section, which ends at the next heading of any level.</summary>
    /// <param name="heading">The text of the heading.</param>
    /// <exception cref="InvalidOperationException">The heading does not exist.</exception>
    public MarkdownSection Section(string heading)
    {
        var headings = Headings();
        var start = headings.FindIndex(h => _lines[h].TrimStart('#').Trim() == heading);
        if (start < 0)
        {
            throw new InvalidOperationException($"{_name} has no heading '{heading}'. It has {string.Join(", ", headings.Select(h => $"'{_lines[h].TrimStart('#').Trim()}'"))}.");
        }

        var end = start + 1 < headings.Count ? headings[start + 1] : _lines.Length;
        return new MarkdownSection(_lines[headings[start]], string.Join('\n', _lines[(headings[start] + 1)..end]).Trim('\n'));
    }

    /// <summary>Returns the text without headings and code blocks.</summary>
    public static string Prose(string markdown)
        => string.Join(' ', WithoutCode(markdown.Split('\n')).Select(l => l.Line).Where(l => l.Length > 0 && !l.StartsWith('#')));

    private List<int> Headings() => [.. WithoutCode(_lines).Where(l => l.Line.StartsWith('#')).Select(l => l.Number)];

    private static IEnumerable<(int Number, string Line)> WithoutCode(string[] lines)
    {
        var isCode = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                isCode = !isCode;
            }
            else if (!isCode)
            {
                yield return (i, lines[i]);
            }
        }
    }
}

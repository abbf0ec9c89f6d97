namespace Plannr.Reports;

/// <summary>A README whose tables lie between comments, with its charts beside it.</summary>
internal static class Readme
{
    /// <summary>Writes the tables and the charts of a suite.</summary>
    /// <param name="folder">The folder of the README.</param>
    /// <param name="section">What the suite has measured.</param>
    public static void Write(string folder, Section section)
    {
        var path = Path.Combine(folder, "README.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- {section.Suite} -->", $"<!-- end of {section.Suite} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} has no place for the tables of {section.Suite}: {start} and {end}.");
        }

        File.WriteAllText(path, $"{text[..from]}{start}\n{section.Markdown.Trim()}\n{text[to..]}");
        section.WriteCharts(folder);
    }
}

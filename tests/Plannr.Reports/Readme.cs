namespace Plannr.Reports;

/// <summary>A README that contains tables between comments, with a folder of charts.</summary>
internal static class Readme
{
    /// <summary>Writes the tables and the charts of a suite.</summary>
    /// <param name="folder">The folder of the README.</param>
    /// <param name="section">The results of the suite.</param>
    public static void Write(string folder, Section section)
    {
        var path = Path.Combine(folder, "README.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- {section.Suite} -->", $"<!-- end of {section.Suite} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} must contain the comments {start} and {end}, between which the tables are written.");
        }

        File.WriteAllText(path, $"{text[..from]}{start}\n{section.Markdown.Trim()}\n{text[to..]}");
        section.WriteCharts(folder);
    }
}

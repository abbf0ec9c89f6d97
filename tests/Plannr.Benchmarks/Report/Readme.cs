namespace Plannr.Benchmarks.Report;

/// <summary>The README beside the program, whose tables lie between comments.</summary>
internal static class Readme
{
    /// <summary>Writes the tables and the charts of a suite.</summary>
    public static void Write(Section section)
    {
        var path = Path.Combine(ThisProgram.ProjectFolder, "README.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- {section.Suite} -->", $"<!-- end of {section.Suite} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} has no place for the tables of {section.Suite}: {start} and {end}.");
        }

        File.WriteAllText(path, $"{text[..from]}{start}\n{section.Markdown.Trim()}\n{text[to..]}");
        section.WriteCharts(ThisProgram.ProjectFolder);
    }
}

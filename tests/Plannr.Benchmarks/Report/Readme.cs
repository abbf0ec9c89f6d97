namespace Plannr.Benchmarks.Report;

/// <summary>The README beside the program, whose tables lie between comments.</summary>
internal static class Readme
{
    public static void Replace(string suite, string markdown)
    {
        var path = Path.Combine(ThisProgram.ProjectFolder, "README.md");
        var text = File.ReadAllText(path);
        var (start, end) = ($"<!-- {suite} -->", $"<!-- end of {suite} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf(end, StringComparison.Ordinal);
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"{path} has no place for the tables of {suite}: {start} and {end}.");
        }

        File.WriteAllText(path, $"{text[..from]}{start}\n{markdown.Trim()}\n{text[to..]}");
    }
}

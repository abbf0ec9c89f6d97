namespace Plannr.Reports;

/// <summary>A drawing of a table.</summary>
/// <param name="Name">The name of its file, without an extension.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Rows">What it shows the figures of.</param>
/// <param name="Panels">One part for each quantity, side by side.</param>
internal sealed record Chart(string Name, string Title, IReadOnlyList<ChartRow> Rows, IReadOnlyList<ChartPanel> Panels)
{
    /// <summary>The folder of the files, beside the text that shows them.</summary>
    public const string Folder = "charts";

    /// <summary>The drawing in a text; the table beside it says the same to whoever does not see it.</summary>
    public string Markdown => $"![{Title}]({Folder}/{Name}.svg)";

    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder of the text that shows it.</param>
    public void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        File.WriteAllText(Path.Combine(folder, Folder, Name + ".svg"), BarChart.Svg(this));
    }
}

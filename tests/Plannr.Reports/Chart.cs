namespace Plannr.Reports;

/// <summary>A chart of the figures of a table.</summary>
/// <param name="Name">The name of the file, without its extension.</param>
/// <param name="Title">The title.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Panels">The panels, which are side by side.</param>
internal sealed record Chart(string Name, string Title, IReadOnlyList<ChartRow> Rows, IReadOnlyList<ChartPanel> Panels)
{
    /// <summary>The folder of the files, in the folder of the document that shows them.</summary>
    public const string Folder = "charts";

    /// <summary>Gets the image in Markdown. The alternative text has no figures, because the table beside the chart contains them.</summary>
    public string Markdown => $"![{Title}]({Folder}/{Name}.svg)";

    /// <summary>Writes the file.</summary>
    /// <param name="folder">The folder of the document that shows the chart.</param>
    public void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Folder));
        File.WriteAllText(Path.Combine(folder, Folder, Name + ".svg"), BarChart.Svg(this));
    }
}

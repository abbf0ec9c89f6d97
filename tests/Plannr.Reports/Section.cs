namespace Plannr.Reports;

/// <summary>The results of a suite.</summary>
/// <param name="Suite">The name of the suite.</param>
/// <param name="Markdown">The tables in Markdown.</param>
/// <param name="Charts">The charts of the tables.</param>
/// <param name="IsGood">Whether the suite completed and its assertions hold. Goals are not assertions.</param>
internal sealed record Section(string Suite, string Markdown, IReadOnlyList<Chart> Charts, bool IsGood = true)
{
    /// <summary>Writes the charts.</summary>
    /// <param name="folder">The folder of the document that shows them.</param>
    public void WriteCharts(string folder)
    {
        foreach (var chart in Charts)
        {
            chart.Write(folder);
        }
    }
}

namespace Plannr.Reports;

/// <summary>What a suite has measured.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Markdown">The tables, as the README has them.</param>
/// <param name="Charts">The charts that stand beside the tables.</param>
/// <param name="IsGood">Whether the suite ran to its end, and what it asserts holds. That a time is short is no such thing.</param>
internal sealed record Section(string Suite, string Markdown, IReadOnlyList<Chart> Charts, bool IsGood = true)
{
    /// <summary>Writes the charts.</summary>
    /// <param name="folder">The folder of the text that shows them.</param>
    public void WriteCharts(string folder)
    {
        foreach (var chart in Charts)
        {
            chart.Write(folder);
        }
    }
}

namespace Plannr.Reports;

/// <summary>A part of a chart that shows one quantity.</summary>
/// <param name="Title">The quantity and its unit.</param>
/// <param name="Bars">A bar for each row of the chart.</param>
/// <param name="Goal">The goal and its text; null for no goal.</param>
internal sealed record ChartPanel(string Title, IReadOnlyList<Bar> Bars, Bar? Goal = null);

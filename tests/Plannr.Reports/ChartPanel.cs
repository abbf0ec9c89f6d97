namespace Plannr.Reports;

/// <summary>A part of a chart that shows one quantity.</summary>
/// <param name="Title">The quantity and its unit.</param>
/// <param name="Bars">A bar for each row of the chart.</param>
/// <param name="Goal">Where a bar of ours should end, and what is to be said there; null for nowhere.</param>
internal sealed record ChartPanel(string Title, IReadOnlyList<Bar> Bars, Bar? Goal = null);

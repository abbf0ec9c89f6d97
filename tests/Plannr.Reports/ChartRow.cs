namespace Plannr.Reports;

/// <summary>A row of a chart.</summary>
/// <param name="Label">The label.</param>
/// <param name="Kind">The kind of its bars.</param>
/// <param name="StartsGroup">Whether there is a space above the row.</param>
internal sealed record ChartRow(string Label, BarKind Kind, bool StartsGroup = false);

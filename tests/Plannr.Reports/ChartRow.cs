namespace Plannr.Reports;

/// <summary>What a chart shows the figures of.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Kind">Whose it is.</param>
/// <param name="StartsGroup">Whether a space is to be above it.</param>
internal sealed record ChartRow(string Label, BarKind Kind, bool StartsGroup = false);

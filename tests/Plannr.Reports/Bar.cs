namespace Plannr.Reports;

/// <summary>One figure of a chart.</summary>
/// <param name="Value">The value, which is the length of the bar.</param>
/// <param name="Text">The text at the end of the bar.</param>
internal sealed record Bar(double Value, string Text);

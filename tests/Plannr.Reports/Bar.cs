namespace Plannr.Reports;

/// <summary>One figure of a chart.</summary>
/// <param name="Value">How long the bar is.</param>
/// <param name="Text">What stands at its end.</param>
internal sealed record Bar(double Value, string Text);

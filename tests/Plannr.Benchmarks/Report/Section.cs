namespace Plannr.Benchmarks.Report;

/// <summary>What a suite has measured.</summary>
/// <param name="Markdown">The tables, as the README has them.</param>
/// <param name="IsGood">Whether the suite ran to its end, and what it asserts holds. That a time is short is no such thing.</param>
internal sealed record Section(string Markdown, bool IsGood);

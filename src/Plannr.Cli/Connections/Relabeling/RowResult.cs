namespace Plannr.Cli.Connections.Relabeling;

/// <summary>What became of a row.</summary>
/// <param name="IsDone">Whether the connection has its new label.</param>
/// <param name="Status">The status of the answer; null where none came.</param>
/// <param name="Message">Why not; empty if it has.</param>
internal readonly record struct RowResult(bool IsDone, int? Status, string Message);

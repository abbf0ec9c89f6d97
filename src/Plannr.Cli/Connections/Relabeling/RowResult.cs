namespace Plannr.Cli.Connections.Relabeling;

/// <summary>Represents the result of a row.</summary>
/// <param name="IsDone">Whether the connection has its new label.</param>
/// <param name="Status">The status of the response; null if there is none.</param>
/// <param name="Message">The error message; empty if the connection has its new label.</param>
internal readonly record struct RowResult(bool IsDone, int? Status, string Message);

namespace Plannr.Cli.Connections.Relabeling;

/// <summary>Represents a row of a label file: a connection and its new label.</summary>
/// <param name="Line">The number of the line where the row starts. The first line is 1.</param>
/// <param name="Uuid">The UUID of the connection.</param>
/// <param name="Label">The new label, as in the file.</param>
internal readonly record struct LabelRow(long Line, Guid Uuid, string Label);

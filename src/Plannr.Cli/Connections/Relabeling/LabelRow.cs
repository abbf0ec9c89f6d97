namespace Plannr.Cli.Connections.Relabeling;

/// <summary>A row of a label file: a connection and its new label.</summary>
/// <param name="Line">The line that it starts at; the first is 1.</param>
/// <param name="Uuid">The connection.</param>
/// <param name="Label">Its new label, as it stands in the file.</param>
internal readonly record struct LabelRow(long Line, Guid Uuid, string Label);

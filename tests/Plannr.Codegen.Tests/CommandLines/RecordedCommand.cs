namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>A command that the targets run.</summary>
/// <param name="Command">The line that a shell reads.</param>
/// <param name="Variables">The environment variables that are set for it.</param>
/// <param name="WorkingDirectory">Where it runs; null for the project's folder.</param>
public sealed record RecordedCommand(string Command, IReadOnlyDictionary<string, string> Variables, string? WorkingDirectory);

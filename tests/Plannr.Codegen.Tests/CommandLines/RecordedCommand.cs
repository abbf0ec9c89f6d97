namespace Plannr.Codegen.Tests.CommandLines;

/// <summary>A command that the targets run.</summary>
/// <param name="Command">The line that is passed to the shell.</param>
/// <param name="Variables">The environment variables of the command.</param>
/// <param name="WorkingDirectory">The working directory; null for the project's folder.</param>
public sealed record RecordedCommand(string Command, IReadOnlyDictionary<string, string> Variables, string? WorkingDirectory);

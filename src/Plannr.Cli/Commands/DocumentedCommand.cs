using System.CommandLine;

namespace Plannr.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines, each of which works as it is, or a comment on the next that starts with <c>#</c>.</summary>
    public IReadOnlyList<string> Examples => examples;
}

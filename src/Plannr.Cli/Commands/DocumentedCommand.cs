using System.CommandLine;

namespace Plannr.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Gets the examples: command lines that can be run unchanged, and comments on them that start with <c>#</c>.</summary>
    public IReadOnlyList<string> Examples => examples;
}

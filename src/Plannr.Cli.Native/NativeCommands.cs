using System.CommandLine;
using System.Globalization;
using Plannr.Cli.Commands;
using Plannr.Cli.Completions;

namespace Plannr.Cli;

/// <summary>Decides which command lines this program runs itself, and which it passes to the managed program.</summary>
internal static class NativeCommands
{
    /// <summary>Returns a value that indicates whether this program runs a command line. It does if the output depends only on its own commands.</summary>
    /// <param name="root">The commands of this program.</param>
    /// <param name="arguments">The command line.</param>
    public static bool Include(RootCommand root, string[] arguments) => arguments switch
    {
        ["--version"] => true,
        [HelpCommand.Name, var command, ..] => IsGroup(root, command),
        [SuggestCommand.Name, var position, var line] => IncludeSuggestions(root, position, line),
        [var command, ..] => IsGroup(root, command),
        // The help lists the commands of both programs.
        [] => false,
    };

    // Until the first command is complete, it may be a command of the managed program.
    private static bool IncludeSuggestions(RootCommand root, string position, string line)
        => int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && line[..Math.Min(length, line.Length)].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [_, var command, ..] words
            && (words.Length > 2 || line[Math.Min(length, line.Length) - 1] == ' ')
            && IsGroup(root, command);

    private static bool IsGroup(RootCommand root, string name)
        => name is not (HelpCommand.Name or SuggestCommand.Name) && root.Subcommands.Any(command => command.Name == name);
}

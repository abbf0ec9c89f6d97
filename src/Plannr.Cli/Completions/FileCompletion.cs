using System.CommandLine;
using System.CommandLine.Completions;

namespace Plannr.Cli.Completions;

/// <summary>Marks where the name of a file belongs, which the shell completes itself.</summary>
internal static class FileCompletion
{
    /// <summary>The line that tells the shell's script to complete file names. No value of an option begins with a colon.</summary>
    public const string Directive = ":files";

    /// <summary>Lets the shell complete file names for an option.</summary>
    public static Option<T> CompletesFiles<T>(this Option<T> option)
    {
        option.CompletionSources.Add(Mark);
        return option;
    }

    /// <summary>Lets the shell complete file names for an argument.</summary>
    public static Argument<T> CompletesFiles<T>(this Argument<T> argument)
    {
        // The help would otherwise name the argument after its suggestions.
        argument.HelpName = argument.Name;
        argument.CompletionSources.Add(Mark);
        return argument;
    }

    /// <summary>Returns whether a suggestion stands for the names of files.</summary>
    public static bool IsFor(CompletionItem item) => item.Kind == Directive;

    // Of the suggestions for an argument, System.CommandLine takes those that contain the word.
    private static IEnumerable<CompletionItem> Mark(CompletionContext context) => [new CompletionItem(Directive + context.WordToComplete, Directive)];
}

using System.CommandLine;
using System.CommandLine.Completions;

namespace Plannr.Cli.Completions;

/// <summary>Marks options and arguments that are file names, which the shell completes itself.</summary>
internal static class FileCompletion
{
    /// <summary>The line that makes the shell's script complete file names. Values of options never begin with a colon.</summary>
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
        // Otherwise, the help would show the suggestions as the name of the argument.
        argument.HelpName = argument.Name;
        argument.CompletionSources.Add(Mark);
        return argument;
    }

    /// <summary>Returns whether a suggestion is the mark for file names.</summary>
    public static bool IsFor(CompletionItem item) => item.Kind == Directive;

    // System.CommandLine keeps only suggestions that contain the current word.
    private static IEnumerable<CompletionItem> Mark(CompletionContext context) => [new CompletionItem(Directive + context.WordToComplete, Directive)];
}

using System.CommandLine;
using System.CommandLine.Completions;
using Plannr.Cli.Output;

namespace Plannr.Cli.Completions;

/// <summary>
/// The command that the completion scripts run. It prints each suggestion on one line, followed by a tab and the description if there is
/// one. For file names, it prints <see cref="FileCompletion.Directive"/>.
/// </summary>
internal static class SuggestCommand
{
    public const string Name = "__suggest";

    /// <summary>The kind of suggestions with a description.</summary>
    public const string DescribedKind = "Described";

    /// <summary>Creates the command.</summary>
    /// <param name="root">The root of the commands that are completed.</param>
    public static Command Create(RootCommand root)
    {
        var position = new Argument<int>("position") { Description = "The number of characters before the cursor." };
        var line = new Argument<string>("line") { Description = "The command line." };
        var command = new Command(Name, "Print suggestions for a command line, for use by a shell.") { position, line };
        command.Hidden = true;
        command.SetAction(arguments =>
        {
            // The text after the cursor does not matter for the word at the cursor.
            var text = arguments.GetRequiredValue(line);
            text = text[..Math.Clamp(arguments.GetRequiredValue(position), 0, text.Length)];
            RemoveSwitchValues(root);
            foreach (var item in root.Parse(text).GetCompletions(text.Length).DistinctBy(i => i.InsertText ?? i.Label))
            {
                Console.Out.Write(LineOf(item) + "\n");
            }
        });
        return command;
    }

    // Switches are used without a value, so the suggestions "True" and "False" would only hide the other suggestions.
    private static void RemoveSwitchValues(Command command)
    {
        foreach (var option in command.Options.Where(o => o.ValueType == typeof(bool)))
        {
            option.CompletionSources.Clear();
        }

        foreach (var subcommand in command.Subcommands)
        {
            RemoveSwitchValues(subcommand);
        }
    }

    // Only values have descriptions: the names of commands and options describe themselves.
    private static string LineOf(CompletionItem item)
        => FileCompletion.IsFor(item) ? FileCompletion.Directive
            : item.Kind == DescribedKind && item.Detail is { Length: > 0 } detail ? $"{item.Label}\t{TerminalText.Of(detail)}"
            : item.Label;
}

using System.CommandLine;
using System.CommandLine.Completions;
using Plannr.Cli.Output;

namespace Plannr.Cli.Completions;

/// <summary>
/// The command that the completion scripts run: it prints each suggestion in a line, with a tab and a description behind it if it has one,
/// and <see cref="FileCompletion.Directive"/> where the name of a file belongs.
/// </summary>
internal static class SuggestCommand
{
    public const string Name = "__suggest";

    /// <summary>The kind of suggestions whose description is shown.</summary>
    public const string DescribedKind = "Described";

    /// <param name="root">The command whose command line is completed.</param>
    public static Command Create(RootCommand root)
    {
        var position = new Argument<int>("position") { Description = "The number of characters before the cursor." };
        var line = new Argument<string>("line") { Description = "The command line." };
        var command = new Command(Name, "Print what may follow in a command line, for a shell.") { position, line };
        command.Hidden = true;
        command.SetAction(arguments =>
        {
            // The text behind the cursor says nothing about the word at the cursor.
            var text = arguments.GetRequiredValue(line);
            text = text[..Math.Clamp(arguments.GetRequiredValue(position), 0, text.Length)];
            ForgetSwitches(root);
            foreach (var item in root.Parse(text).GetCompletions(text.Length).DistinctBy(i => i.InsertText ?? i.Label))
            {
                Console.Out.Write(LineOf(item) + "\n");
            }
        });
        return command;
    }

    // A switch takes no value in practice, and "True" would only be in the way of what follows.
    private static void ForgetSwitches(Command command)
    {
        foreach (var option in command.Options.Where(o => o.ValueType == typeof(bool)))
        {
            option.CompletionSources.Clear();
        }

        foreach (var subcommand in command.Subcommands)
        {
            ForgetSwitches(subcommand);
        }
    }

    // Only values are described: the name of a command or an option says what it is.
    private static string LineOf(CompletionItem item)
        => FileCompletion.IsFor(item) ? FileCompletion.Directive
            : item.Kind == DescribedKind && item.Detail is { Length: > 0 } detail ? $"{item.Label}\t{TerminalText.Of(detail)}"
            : item.Label;
}

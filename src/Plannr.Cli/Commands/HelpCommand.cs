using System.CommandLine;

namespace Plannr.Cli.Commands;

/// <summary><c>plannr help</c></summary>
internal static class HelpCommand
{
    public const string Name = "help";

    /// <summary>Creates the command.</summary>
    /// <param name="root">The root of the commands whose help is shown.</param>
    public static Command Create(RootCommand root)
    {
        var path = new Argument<string[]>("command") { Description = "The command, such as: connections list.", HelpName = "command", Arity = ArgumentArity.ZeroOrMore };
        path.CompletionSources.Add(context => Following(root, context.ParseResult.GetValue(path) ?? []).Select(name => new System.CommandLine.Completions.CompletionItem(name)));
        var command = new DocumentedCommand(Name, "Show the help of a command.", "plannr help", "plannr help connections list") { path };
        command.SetAction((arguments, cancellationToken) =>
        {
            var words = arguments.GetValue(path) ?? [];
            if (Problem(root, words) is { } problem)
            {
                Console.Error.WriteLine($"plannr: {problem}");
                return Task.FromResult(ExitCode.Usage);
            }

            return root.Parse([.. words, "--help"]).InvokeAsync(arguments.InvocationConfiguration, cancellationToken);
        });
        return command;
    }

    private static string? Problem(Command command, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (Find(command, word) is not { } next)
            {
                return CommandLineProgram.UnknownCommand(word, command, "plannr");
            }

            command = next;
        }

        return null;
    }

    private static IEnumerable<string> Following(Command command, IReadOnlyList<string> words)
    {
        // The last word may be incomplete, because the user is still typing it.
        foreach (var word in words)
        {
            if (Find(command, word) is not { } next)
            {
                break;
            }

            command = next;
        }

        return command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name);
    }

    private static Command? Find(Command command, string name) => command.Subcommands.FirstOrDefault(c => c.Name == name || c.Aliases.Contains(name));
}

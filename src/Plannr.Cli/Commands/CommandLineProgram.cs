using System.CommandLine;
using System.CommandLine.Parsing;
using Plannr.Cli.Output;

namespace Plannr.Cli.Commands;

/// <summary>Runs a command line, and says what is wrong with one in a line of its own.</summary>
internal static class CommandLineProgram
{
    private const int Usage = 2;

    // Ctrl-C ends the program within a second, whatever still holds it up.
    private static readonly TimeSpan LongestEnd = TimeSpan.FromMilliseconds(900);

    /// <param name="root">The commands.</param>
    /// <param name="name">The program's name, which errors start with.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RootCommand root, string name, string[] arguments)
    {
        using var utf8 = new Utf8Output();
        var parsed = root.Parse(arguments);
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count > 0 && command.Subcommands.Count > 0)
        {
            if (parsed.UnmatchedTokens.Count > 0)
            {
                return await RefuseAsync(name, PathOf(command, name), [$"'{parsed.UnmatchedTokens[0]}' is no command of '{PathOf(command, name)}'. It has {string.Join(", ", command.Subcommands.Select(c => c.Name))}."]);
            }

            // Whoever names a group of commands wants to know which there are.
            parsed = root.Parse([.. arguments, "--help"]);
        }

        return parsed.Errors.Count == 0
            ? await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = LongestEnd })
            : await RefuseAsync(name, PathOf(command, name), parsed.Errors.Select(MessageOf));
    }

    private static async Task<int> RefuseAsync(string name, string path, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync($"{name}: {message}");
        }

        await Console.Error.WriteLineAsync($"{name}: '{path} --help' shows how the command is written.");
        return Usage;
    }

    private static string MessageOf(ParseError error)
    {
        var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var option = (error.SymbolResult as OptionResult)?.Option.Name ?? "";
        return message.Contains(option, StringComparison.Ordinal) ? message : $"{option}: {message}";
    }

    private static string PathOf(Command command, string name)
        => command is RootCommand ? name : $"{PathOf(command.Parents.OfType<Command>().First(), name)} {command.Name}";
}

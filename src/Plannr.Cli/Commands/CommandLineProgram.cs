using System.CommandLine;
using System.CommandLine.Parsing;
using Plannr.Cli.Output;
using Plannr.Mcp.Documentation;

namespace Plannr.Cli.Commands;

/// <summary>Parses and runs a command line, and prints each error in it on one line.</summary>
internal static class CommandLineProgram
{
    // Ctrl-C ends the program within a second, even if an operation does not end.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromMilliseconds(900);

    /// <summary>Runs a command line.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="name">The program's name, which is the prefix of error messages.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RootCommand root, string name, string[] arguments)
    {
        using var utf8 = new Utf8Output();
        StandardOutput.Use();
        var parsed = root.Parse(arguments);
        var exitCode = await RunAsync(root, name, parsed, arguments);
        if (StandardOutput.Problem is not { } problem)
        {
            return exitCode;
        }

        await Console.Error.WriteLineAsync($"{name}: Standard output cannot be written: {problem}. The output of '{PathOf(parsed.CommandResult.Command, name)}' is missing or incomplete.");
        return exitCode == ExitCode.Done ? ExitCode.Failed : exitCode;
    }

    private static async Task<int> RunAsync(RootCommand root, string name, ParseResult parsed, string[] arguments)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Errors.Count > 0 && command.Subcommands.Count > 0)
        {
            if (parsed.UnmatchedTokens.Count > 0 && !IsOption(parsed.UnmatchedTokens[0]))
            {
                return await RefuseAsync(name, PathOf(command, name), [UnknownCommand(parsed.UnmatchedTokens[0], command, name)]);
            }

            if (parsed.UnmatchedTokens.Count == 0)
            {
                // For a group of commands without a subcommand, the help lists the subcommands.
                parsed = root.Parse([.. arguments, "--help"]);
            }
        }

        return parsed.Errors.Count == 0
            ? await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TerminationTimeout })
            : await RefuseAsync(name, PathOf(command, name), MessagesOf(parsed, name));
    }

    // If there are unknown options, only these are reported: other errors, such as unexpected values, are usually their consequences.
    private static IEnumerable<string> MessagesOf(ParseResult parsed, string name)
        => parsed.UnmatchedTokens.Where(IsOption).ToList() is { Count: > 0 } unknown
            ? unknown.Select(token => UnknownOption(token, parsed.CommandResult.Command, name))
            : parsed.Errors.Select(MessageOf);

    private static bool IsOption(string token) => token.Length > 1 && token[0] == '-';

    private static string UnknownOption(string token, Command command, string name)
    {
        var option = token.Split('=', ':')[0];
        IReadOnlyList<string> known = [.. command.Options.Where(o => !o.Hidden).SelectMany(o => o.Aliases.Append(o.Name)).Where(o => o.StartsWith("--", StringComparison.Ordinal))];
        var near = option.StartsWith("--", StringComparison.Ordinal) ? NearMatches.Of(option, known) : [];
        return $"'{TerminalText.Of(option)}' is not an option of '{PathOf(command, name)}'.{(near.Count > 0 ? " " + NearMatches.Sentence(option, known) : "")}";
    }

    /// <summary>Returns the message for an unknown command, with similar names.</summary>
    public static string UnknownCommand(string token, Command command, string name)
    {
        IReadOnlyList<string> known = [.. command.Subcommands.Where(c => !c.Hidden).Select(c => c.Name)];
        var advice = NearMatches.Of(token, known).Count > 0 ? NearMatches.Sentence(token, known) : $"The commands are {string.Join(", ", known)}.";
        return $"'{TerminalText.Of(token)}' is not a command of '{PathOf(command, name)}'. {advice}";
    }

    private static async Task<int> RefuseAsync(string name, string path, IEnumerable<string> messages)
    {
        foreach (var message in messages)
        {
            await Console.Error.WriteLineAsync($"{name}: {message}");
        }

        await Console.Error.WriteLineAsync($"{name}: For help, run '{path} --help'.");
        return ExitCode.Usage;
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

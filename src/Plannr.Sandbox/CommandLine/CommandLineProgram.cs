using System.CommandLine;
using System.CommandLine.Parsing;

namespace Plannr.Sandbox.CommandLine;

/// <summary>Runs a command line, and says what is wrong with one in a line of its own.</summary>
internal static class CommandLineProgram
{
    private const int Usage = 2;

    /// <param name="root">The commands.</param>
    /// <param name="name">The program's name, which errors start with.</param>
    /// <param name="arguments">The command line.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RootCommand root, string name, string[] arguments)
    {
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count == 0)
        {
            return await parsed.InvokeAsync();
        }

        foreach (var error in parsed.Errors)
        {
            var message = string.Join(' ', error.Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var option = (error.SymbolResult as OptionResult)?.Option.Name ?? "";
            await Console.Error.WriteLineAsync(message.Contains(option, StringComparison.Ordinal) ? $"{name}: {message}" : $"{name}: {option}: {message}");
        }

        await Console.Error.WriteLineAsync($"{name}: --help shows how a command is written.");
        return Usage;
    }
}

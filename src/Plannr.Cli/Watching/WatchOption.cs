using System.CommandLine;
using System.Globalization;

namespace Plannr.Cli.Watching;

/// <summary>The option <c>--watch</c>.</summary>
internal sealed class WatchOption
{
    private const int UsualSeconds = 5;
    private const int MostSeconds = 3600;

    private readonly Option<int> _watch = new("--watch")
    {
        Description = $"Redraw the table every {UsualSeconds} seconds, or at the given interval, until Ctrl-C. Requires a terminal.",
        HelpName = "seconds",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <param name="command">The command that gets the option.</param>
    public WatchOption(Command command)
    {
        _watch.CustomParser = result => result.Tokens is [{ Value: var text }] ? ParseSeconds(text, result.AddError) : UsualSeconds;
        command.Options.Add(_watch);
    }

    /// <summary>Returns the time between two tables; null if the option is not given.</summary>
    public TimeSpan? IntervalOf(ParseResult arguments)
        => arguments.GetResult(_watch) is { Implicit: false } ? TimeSpan.FromSeconds(arguments.GetValue(_watch)) : null;

    private static int ParseSeconds(string text, Action<string> addError)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= MostSeconds)
        {
            return seconds;
        }

        addError($"--watch is '{text}'. Give a number of seconds from 1 to {MostSeconds}, or none for {UsualSeconds}.");
        return UsualSeconds;
    }
}

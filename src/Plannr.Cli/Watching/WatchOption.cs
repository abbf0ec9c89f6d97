using System.CommandLine;
using System.Globalization;

namespace Plannr.Cli.Watching;

/// <summary>The option <c>--watch</c>.</summary>
internal sealed class WatchOption
{
    private const int DefaultSeconds = 5;
    private const int MaxSeconds = 3600;

    private readonly Option<int> _watch = new("--watch")
    {
        Description = $"Redraw the table every {DefaultSeconds} seconds, or at the given interval, until Ctrl-C. Requires a terminal.",
        HelpName = "seconds",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>Initializes a new instance of the class, and adds the option to a command.</summary>
    /// <param name="command">The command.</param>
    public WatchOption(Command command)
    {
        _watch.CustomParser = result => result.Tokens is [{ Value: var text }] ? ParseSeconds(text, result.AddError) : DefaultSeconds;
        command.Options.Add(_watch);
    }

    /// <summary>Returns the interval, or null if the command line does not have the option.</summary>
    public TimeSpan? IntervalOf(ParseResult arguments)
        => arguments.GetResult(_watch) is { Implicit: false } ? TimeSpan.FromSeconds(arguments.GetValue(_watch)) : null;

    private static int ParseSeconds(string text, Action<string> addError)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= MaxSeconds)
        {
            return seconds;
        }

        addError($"--watch is '{text}'. Set it to a number of seconds between 1 and {MaxSeconds}. The default is {DefaultSeconds}.");
        return DefaultSeconds;
    }
}

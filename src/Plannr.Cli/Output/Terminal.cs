using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>What standard input, output and error are connected with, and so what may be drawn there.</summary>
internal static class Terminal
{
    /// <summary>The width that breaks no line. There is no window to fit into where standard output is a file or a pipe.</summary>
    public const int Unlimited = 1_000_000;

    /// <summary>Whether a person can be asked, and sees the question.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Whether standard output is a terminal.</summary>
    public static bool ShowsOutput => !Console.IsOutputRedirected;

    /// <summary>Whether a bar may be drawn on standard error.</summary>
    public static bool ShowsProgress => !Console.IsErrorRedirected && HasStyle;

    /// <summary>Whether standard output is a terminal that acts on escape sequences, whether or not it wants colours.</summary>
    public static bool CanRedraw => ShowsOutput && Environment.GetEnvironmentVariable("TERM") != "dumb";

    // https://no-color.org: set, and not empty.
    private static bool HasStyle => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Standard output, with colours if it is a terminal that wants them.</summary>
    public static IAnsiConsole Output() => Create(Console.Out, isTerminal: ShowsOutput);

    /// <summary>Returns what something draws on standard output at a terminal, line by line.</summary>
    public static IReadOnlyList<string> Lines(Action<IAnsiConsole> draw)
    {
        using var writer = new StringWriter();
        draw(Create(writer, isTerminal: ShowsOutput));
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    /// <summary>Standard error, with colours if it is a terminal that wants them.</summary>
    public static IAnsiConsole Error() => Create(Console.Error, isTerminal: !Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var hasStyle = isTerminal && HasStyle;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            // On Windows, the console must be told to act on escape sequences, which Spectre.Console does only where it detects them.
            Ansi = !hasStyle ? AnsiSupport.No : OperatingSystem.IsWindows() ? AnsiSupport.Detect : AnsiSupport.Yes,
            ColorSystem = hasStyle ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = hasStyle ? InteractionSupport.Yes : InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = Unlimited;
        }

        return console;
    }
}

using Spectre.Console;

namespace Plannr.Cli.Output;

/// <summary>Detects whether standard input, output and error are terminals, and which features these have.</summary>
internal static class Terminal
{
    /// <summary>A width that does not wrap lines, for standard output that is a file or a pipe.</summary>
    public const int Unlimited = 1_000_000;

    /// <summary>Gets a value that indicates whether the user can see and answer questions.</summary>
    public static bool CanAsk => !Console.IsInputRedirected && !Console.IsErrorRedirected;

    /// <summary>Gets a value that indicates whether standard output is a terminal.</summary>
    public static bool ShowsOutput => !Console.IsOutputRedirected;

    /// <summary>Gets a value that indicates whether standard error may show a progress bar.</summary>
    public static bool ShowsProgress => !Console.IsErrorRedirected && HasStyle;

    /// <summary>Gets a value that indicates whether standard output is a terminal that supports escape sequences, with or without colors.</summary>
    public static bool CanRedraw => ShowsOutput && Environment.GetEnvironmentVariable("TERM") != "dumb";

    // https://no-color.org: set, and not empty.
    private static bool HasStyle => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Returns standard output, with colors if it is a terminal with colors.</summary>
    public static IAnsiConsole Output() => Create(Console.Out, isTerminal: ShowsOutput);

    /// <summary>Returns the lines that would be drawn on standard output.</summary>
    public static IReadOnlyList<string> Lines(Action<IAnsiConsole> draw)
    {
        using var writer = new StringWriter();
        draw(Create(writer, isTerminal: ShowsOutput));
        return writer.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
    }

    /// <summary>Returns standard error, with colors if it is a terminal with colors.</summary>
    public static IAnsiConsole Error() => Create(Console.Error, isTerminal: !Console.IsErrorRedirected);

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var hasStyle = isTerminal && HasStyle;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            // On Windows, escape sequences must be turned on, which Spectre.Console does only with detection.
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

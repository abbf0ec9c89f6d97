using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Client;

namespace Plannr.Cli.Watching;

/// <summary>
/// Shows lines in a screen of their own, which the terminal puts away at the end, and draws them anew from time to time. Each drawing is
/// one write over the one before, so nothing flickers.
/// </summary>
internal static class LiveScreen
{
    private const string Open = "\e[?1049h\e[?25l";
    private const string Close = "\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string ClearLine = "\e[K";
    private const string ClearBelow = "\e[J";

    /// <summary>Draws until it is cancelled. A failure that may pass is shown above the last lines.</summary>
    /// <param name="interval">The time between the end of a drawing and the start of the next.</param>
    /// <param name="session">The session, whose messages are not shown meanwhile.</param>
    /// <param name="draw">Returns the lines.</param>
    /// <param name="cancellationToken">Ends the drawing.</param>
    /// <exception cref="CommandFailure">Standard output is not a terminal that can be drawn on.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task RunAsync(TimeSpan interval, ApiSession session, Func<CancellationToken, Task<IReadOnlyList<string>>> draw, CancellationToken cancellationToken)
    {
        if (!Terminal.CanRedraw)
        {
            throw new CommandFailure("--watch draws on a terminal, and standard output is not one that can be drawn on. Leave out --watch.");
        }

        session.Messages.LeastLevel = LogLevel.None;
        IReadOnlyList<string> lines = [];
        var isOpen = false;
        try
        {
            while (true)
            {
                var status = $"Every {interval.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s, last at {TimeProvider.System.GetLocalNow():HH:mm:ss}. Ctrl-C ends.";
                try
                {
                    lines = await draw(cancellationToken);
                }
                catch (PlannrException exception) when (isOpen && exception is PlannrTransportException or PlannrServerException or PlannrRateLimitException or PlannrTimeoutException)
                {
                    status = $"Not up to date: {session.Secret.RemoveFrom(ApiFailure.Of(exception).Sentence)}";
                }

                // Not before there is something to show: an error at the start is an error of the command.
                Console.Out.Write((isOpen ? "" : Open) + Frame(status, lines));
                isOpen = true;
                await Task.Delay(interval, TimeProvider.System, cancellationToken);
            }
        }
        finally
        {
            if (isOpen)
            {
                Console.Out.Write(Close);
            }
        }
    }

    private static string Frame(string status, IReadOnlyList<string> lines)
    {
        var room = Math.Max(2, Console.WindowHeight - 2);
        var frame = new StringBuilder(Home);
        frame.Append(CellText.Cut(TerminalText.Of(status), Math.Max(1, Console.WindowWidth - 1))).Append(ClearLine).Append("\r\n").Append(ClearLine);
        var shown = lines.Count <= room ? lines : [.. lines.Take(room - 1), string.Create(CultureInfo.InvariantCulture, $"… and {lines.Count - room + 1} more")];
        foreach (var line in shown)
        {
            frame.Append("\r\n").Append(line).Append(ClearLine);
        }

        return frame.Append(ClearBelow).ToString();
    }
}

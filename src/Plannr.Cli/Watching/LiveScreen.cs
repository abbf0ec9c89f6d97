using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using Plannr.Cli.Api;
using Plannr.Cli.Output;
using Plannr.Cli.Output.Tables;
using Plannr.Client;

namespace Plannr.Cli.Watching;

/// <summary>
/// Shows lines on the alternate screen of the terminal, and redraws them periodically. Each redraw is a single write over the previous
/// one, so that the screen does not flicker.
/// </summary>
internal static class LiveScreen
{
    private const string Open = "\e[?1049h\e[?25l";
    private const string Close = "\e[?25h\e[?1049l";
    private const string Home = "\e[H";
    private const string ClearLine = "\e[K";
    private const string ClearBelow = "\e[J";

    /// <summary>Redraws until the operation is canceled. A transient failure is shown above the last lines.</summary>
    /// <param name="interval">The time between the end of a redraw and the start of the next one.</param>
    /// <param name="session">The session, whose messages are not shown meanwhile.</param>
    /// <param name="draw">Returns the lines.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="CommandFailure">Standard output is not a terminal that supports escape sequences.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public static async Task RunAsync(TimeSpan interval, ApiSession session, Func<CancellationToken, Task<IReadOnlyList<string>>> draw, CancellationToken cancellationToken)
    {
        if (!Terminal.CanRedraw)
        {
            throw new CommandFailure("--watch requires a terminal that supports escape sequences, but standard output is not one. Leave out --watch.");
        }

        session.Messages.MinLevel = LogLevel.None;
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

                // The screen opens with the first lines, so that an error before them is reported as an error of the command.
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

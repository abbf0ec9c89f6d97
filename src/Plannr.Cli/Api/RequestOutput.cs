using System.Text;
using Plannr.Cli.Output;
using Plannr.Cli.Shells;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>Prints requests without sending them.</summary>
internal static class RequestOutput
{
    /// <summary>Prints the request of a call if the command line has <c>--curl</c> or <c>--dry-run</c>.</summary>
    /// <returns>True if the request was printed. The caller must then not make the call.</returns>
    public static async Task<bool> ShowInsteadAsync(this ApiSession session, Func<IPlannrClient, CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        if (!session.Settings.ShowsCurl && !session.Settings.IsDryRun)
        {
            return false;
        }

        var request = await session.PrepareAsync(call, cancellationToken);
        if (session.Settings.ShowsCurl)
        {
            var command = CurlCommand.Of(request, Shell.Current);
            await Console.Out.WriteLineAsync((Terminal.ShowsOutput ? TerminalText.Json(command) : command).AsMemory(), cancellationToken);
        }
        else
        {
            session.Messages.Result(Sentence(request));
        }

        return true;
    }

    private static string Sentence(PreparedRequest request)
    {
        var sentence = new StringBuilder($"Would send: {request.Method} {request.Url}");
        if (request.Body is { } body)
        {
            sentence.Append(' ').Append(TerminalText.Json(body));
        }

        return sentence.Append("\nNothing was sent.").ToString();
    }
}

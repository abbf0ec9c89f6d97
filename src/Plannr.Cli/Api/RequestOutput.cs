using System.Text;
using Plannr.Cli.Output;
using Plannr.Cli.Shells;
using Plannr.Client;
using Plannr.Client.Sending;

namespace Plannr.Cli.Api;

/// <summary>Shows what a command would send, in place of sending it.</summary>
internal static class RequestOutput
{
    /// <summary>Shows a call as <c>--curl</c> or <c>--dry-run</c> asks for.</summary>
    /// <returns>Whether it did, and the call is not to be made.</returns>
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
            session.Messages.Answer(Sentence(request));
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

using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth status</c></summary>
internal static class AuthStatusCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "status",
            "Say whether Plannr accepts the access token, where it comes from, and what is left of its rate limit. It sends one request, a list of the connections.",
            "plannr auth status",
            "plannr auth status --token-file ~/.plannr-token",
            "pass show plannr | plannr auth status --token-file -");
        var api = new ApiOptions(command);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (await session.ShowInsteadAsync((plannr, token) => plannr.OAuthConnections.ListAsync(token), cancellationToken))
            {
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var answer = await plannr.OAuthConnections.ListWithResponseAsync(cancellationToken);
            Console.Out.WriteLine($"{session.Server.GetLeftPart(UriPartial.Path)}");
            Console.Out.WriteLine($"  The access token of {session.TokenSource} is accepted.");
            Console.Out.WriteLine($"  Account: {session.Settings.Account?.ToString() ?? "the token's own"}, with {Count(answer.Value.Data?.Count ?? 0)}.");
            Console.Out.WriteLine($"  Rate limit: {answer.RateLimitRemaining?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "an unknown number of"} requests left in this minute.");
            return ExitCode.Done;
        }));
        return command;
    }

    private static string Count(int connections) => connections == 1 ? "1 connection" : $"{connections} connections";
}

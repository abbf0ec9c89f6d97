using System.CommandLine;
using Plannr.Cli.Api;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;
using Plannr.Generated;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth status</c></summary>
internal static class AuthStatusCommand
{
    public static Command Create()
    {
        var command = new DocumentedCommand(
            "status",
            "Check the access token with Plannr, and show its user, its source, the remaining rate limit and all profiles. This command sends two requests: one for the token's user, and one for the connections.",
            "plannr auth status",
            "plannr auth status --token-file ~/.plannr-token",
            "pass show plannr | plannr auth status --token-file -");
        var api = new ApiOptions(command);
        command.SetAction(api.Action(async (arguments, session, cancellationToken) =>
        {
            if (await session.ShowInsteadAsync((plannr, token) => plannr.Me.GetAsync(token), cancellationToken))
            {
                await session.ShowInsteadAsync((plannr, token) => plannr.OAuthConnections.ListAsync(token), cancellationToken);
                return ExitCode.Done;
            }

            var plannr = await session.ClientAsync(cancellationToken);
            var user = await plannr.Me.GetAsync(cancellationToken);
            var connections = await plannr.OAuthConnections.ListWithResponseAsync(cancellationToken);
            Console.Out.WriteLine($"{session.Server.GetLeftPart(UriPartial.Path)}");
            Console.Out.WriteLine($"  The access token of {session.TokenSource} is accepted.");
            Console.Out.WriteLine($"  User: {TerminalText.Of(session.Secret.RemoveFrom(NameOf(user)))}.");
            Console.Out.WriteLine($"  Account: {session.Settings.Account?.ToString() ?? "the token's own"}, with {Count(connections.Value.Data?.Count ?? 0)}.");
            Console.Out.WriteLine($"  Rate limit: {connections.RateLimitRemaining?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "an unknown number of"} requests left in this minute.");
            await WriteProfilesAsync(session.Settings.ProfileName, cancellationToken);
            return ExitCode.Done;
        }));
        return command;
    }

    public static string NameOf(User user) => (user.Name, user.Email) switch
    {
        ({ Length: > 0 } name, { Length: > 0 } email) => $"{name} ({email})",
        ({ Length: > 0 } name, _) => name,
        (_, { Length: > 0 } email) => email,
        _ => "unknown; the response contains neither a name nor an e-mail address",
    };

    private static async Task WriteProfilesAsync(string? used, CancellationToken cancellationToken)
    {
        var profiles = await ProfileStore.Default.ReadAsync(cancellationToken);
        foreach (var (name, profile) in profiles.Profiles)
        {
            var state = (name == profiles.Current ? ", current" : "") + (name == used ? ", in use" : "");
            Console.Out.WriteLine($"  Profile '{name}': {(profile.IsSandbox ? "a sandbox" : profile.Server.GetLeftPart(UriPartial.Path))}{state}.");
        }
    }

    private static string Count(int connections) => connections == 1 ? "1 connection" : $"{connections} connections";
}

using System.CommandLine;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth logout</c></summary>
internal static class AuthLogoutCommand
{
    public static Command Create()
    {
        var name = ProfileName.Option($"The name of the profile. The default is {ProfileName.Variable}, or else the current profile.");
        var command = new DocumentedCommand(
            "logout",
            "Delete a profile and its access token from this machine. The token stays valid: revoke it in Plannr if somebody else may have it.",
            "plannr auth logout",
            "plannr auth logout --profile north")
        {
            name,
        };
        command.SetAction((arguments, cancellationToken) =>
        {
            var messages = new Messages(Verbosity.Normal, new Secret());
            return CommandRun.RunAsync(messages, async () =>
            {
                var store = ProfileStore.Default;
                var profiles = await store.ReadAsync(cancellationToken);
                var profile = arguments.GetValue(name) ?? ProfileName.OfEnvironment ?? profiles.Current
                    ?? throw new CommandFailure("There is no current profile to log out of. Pass its name with --profile.", ExitCode.Authentication);
                if (profiles[profile].TokenIn == TokenPlace.System)
                {
                    new SystemTokenStore(store.Folder).Delete(profile);
                }

                ProfileSet? left = null;
                await store.UpdateAsync(p => left = p.Without(profile), cancellationToken);
                messages.Say($"The profile '{profile}' is deleted. {(left!.Current is { } current ? $"The current profile is '{current}'." : "There is no current profile now.")}");
                return ExitCode.Done;
            });
        });
        return command;
    }
}

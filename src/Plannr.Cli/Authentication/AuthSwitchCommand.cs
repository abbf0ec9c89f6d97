using System.CommandLine;
using Plannr.Cli.Authentication.Profiles;
using Plannr.Cli.Commands;
using Plannr.Cli.Output;

namespace Plannr.Cli.Authentication;

/// <summary><c>plannr auth switch</c></summary>
internal static class AuthSwitchCommand
{
    public static Command Create()
    {
        var name = ProfileName.Argument("The profile that becomes the current one.");
        var command = new DocumentedCommand("switch", "Make another profile the current one, which commands use where --profile and PLANNR_PROFILE name none.", "plannr auth switch north") { name };
        command.SetAction((arguments, cancellationToken) =>
        {
            var messages = new Messages(Verbosity.Normal, new Secret());
            return CommandRun.RunAsync(messages, async () =>
            {
                var profile = arguments.GetRequiredValue(name);
                await ProfileStore.Default.UpdateAsync(profiles => profiles.With(profile, profiles[profile]), cancellationToken);
                messages.Say($"The current profile is '{profile}'.");
                return ExitCode.Done;
            });
        });
        return command;
    }
}

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
        var name = ProfileName.Argument("The profile that becomes the current profile.");
        var command = new DocumentedCommand("switch", "Change the current profile, which commands use without --profile and PLANNR_PROFILE.", "plannr auth switch north") { name };
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

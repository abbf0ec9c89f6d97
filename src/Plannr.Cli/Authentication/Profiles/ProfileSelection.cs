using Plannr.Cli.Api;
using Plannr.Cli.Output;

namespace Plannr.Cli.Authentication.Profiles;

/// <summary>Selects the profile for a command: from <c>--profile</c>, from the environment, or the current profile.</summary>
internal static class ProfileSelection
{
    /// <summary>Adds the profile to the settings, unless the token comes from elsewhere. A token is only sent to the server that it was saved for.</summary>
    /// <exception cref="CommandFailure">The profile does not exist, the environment names another server than the profile, or the file of the profiles cannot be read.</exception>
    public static async Task<ApiSettings> SelectProfileAsync(this ApiSettings settings, Messages messages, CancellationToken cancellationToken)
    {
        if (settings.ToSandbox || settings.TokenFile is not null)
        {
            return settings;
        }

        if (AccessToken.IsInEnvironment)
        {
            if (settings.ProfileName is { } ignored)
            {
                messages.Warn($"The profile '{ignored}' is ignored, because {AccessToken.Variable} takes precedence. Unset {AccessToken.Variable} to use the profile.");
            }

            return settings;
        }

        var profiles = await ProfileStore.Default.ReadAsync(cancellationToken);
        if ((settings.ProfileName ?? ProfileName.OfEnvironment ?? profiles.Current) is not { } name)
        {
            return settings;
        }

        var profile = profiles[name];
        CheckServer(name, profile);
        return settings with
        {
            ProfileName = name,
            Profile = profile,
            ToSandbox = profile.IsSandbox,
            Account = settings.Account ?? profile.Account,
        };
    }

    private static void CheckServer(string name, Profile profile)
    {
        if (ServerAddress.OfEnvironment() is { } server && server != (profile.IsSandbox ? null : profile.Server))
        {
            throw new CommandFailure(
                $"{ServerAddress.Variable} is {server.GetLeftPart(UriPartial.Path)}, but the profile '{name}' is for {(profile.IsSandbox ? "a sandbox inside the process" : profile.Server.GetLeftPart(UriPartial.Path))}. "
                + $"Unset {ServerAddress.Variable} to use the profile, or pass a token for that server in {AccessToken.Variable} or with --token-file.",
                ExitCode.Authentication);
        }
    }
}

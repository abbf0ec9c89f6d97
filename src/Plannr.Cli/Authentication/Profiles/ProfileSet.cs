namespace Plannr.Cli.Authentication.Profiles;

/// <summary>All profiles.</summary>
internal sealed record ProfileSet
{
    public static ProfileSet Empty { get; } = new();

    /// <summary>Gets the name of the default profile; null if there is none.</summary>
    public string? Current { get; init; }

    /// <summary>Gets the profiles by name.</summary>
    public SortedDictionary<string, Profile> Profiles { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Returns the profile with a name.</summary>
    /// <exception cref="CommandFailure">The profile does not exist.</exception>
    public Profile this[string name]
        => Profiles.GetValueOrDefault(name)
            ?? throw new CommandFailure(
                $"There is no profile '{name}'. "
                + (Profiles.Count == 0 ? $"Create it with 'plannr auth login --profile {name}'." : $"The profiles are {string.Join(", ", Profiles.Keys)}."),
                ExitCode.Authentication);

    /// <summary>Returns the profiles with an added or replaced profile, which becomes the current profile.</summary>
    public ProfileSet With(string name, Profile profile) => new() { Current = name, Profiles = new(Profiles, StringComparer.Ordinal) { [name] = profile } };

    /// <summary>
    /// Returns the profiles without a profile. If that was the current profile and only one other is left, the other becomes the
    /// current profile.
    /// </summary>
    public ProfileSet Without(string name)
    {
        var profiles = new SortedDictionary<string, Profile>(Profiles, StringComparer.Ordinal);
        profiles.Remove(name);
        return new ProfileSet { Current = Current != name ? Current : profiles.Count == 1 ? profiles.Keys.Single() : null, Profiles = profiles };
    }
}

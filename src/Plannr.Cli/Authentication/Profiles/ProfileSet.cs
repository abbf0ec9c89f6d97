namespace Plannr.Cli.Authentication.Profiles;

/// <summary>All profiles.</summary>
internal sealed record ProfileSet
{
    public static ProfileSet Empty { get; } = new();

    /// <summary>Gets the name of the profile that is used where none is named; null for none.</summary>
    public string? Current { get; init; }

    /// <summary>Gets the profiles by their names.</summary>
    public SortedDictionary<string, Profile> Profiles { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Returns the profile with a name.</summary>
    /// <exception cref="CommandFailure">There is none.</exception>
    public Profile this[string name]
        => Profiles.GetValueOrDefault(name)
            ?? throw new CommandFailure(
                $"There is no profile '{name}'. "
                + (Profiles.Count == 0 ? $"Create it with 'plannr auth login --profile {name}'." : $"The profiles are {string.Join(", ", Profiles.Keys)}."),
                ExitCode.Authentication);

    /// <summary>Returns the profiles with one more, which becomes the current one.</summary>
    public ProfileSet With(string name, Profile profile) => new() { Current = name, Profiles = new(Profiles, StringComparer.Ordinal) { [name] = profile } };

    /// <summary>Returns the profiles without one. If it is the current one, the only one that is left becomes it, if there is just one.</summary>
    public ProfileSet Without(string name)
    {
        var profiles = new SortedDictionary<string, Profile>(Profiles, StringComparer.Ordinal);
        profiles.Remove(name);
        return new ProfileSet { Current = Current != name ? Current : profiles.Count == 1 ? profiles.Keys.Single() : null, Profiles = profiles };
    }
}

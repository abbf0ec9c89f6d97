namespace Plannr.Cli.Authentication.Profiles;

/// <summary>The place of a profile's access token.</summary>
internal enum TokenPlace
{
    /// <summary>In the file of the profiles.</summary>
    File,

    /// <summary>In the system's store for secrets.</summary>
    System,

    /// <summary>The profile has no token, because the sandbox inside the process does not need one.</summary>
    Sandbox,
}

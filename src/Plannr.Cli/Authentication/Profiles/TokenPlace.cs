namespace Plannr.Cli.Authentication.Profiles;

/// <summary>Where the access token of a profile is.</summary>
internal enum TokenPlace
{
    /// <summary>In the file of the profiles.</summary>
    File,

    /// <summary>In the system's store of secrets.</summary>
    System,

    /// <summary>Nowhere: the sandbox inside the process needs none.</summary>
    Sandbox,
}

namespace VerifyTests;

/// <summary>Has the signatures of Verify's class of this name that matter to the tests.</summary>
public sealed class VerifySettings
{
    public string? Directory { get; private set; }

    public bool IsDiffDisabled { get; private set; }

    public void UseDirectory(string directory) => Directory = directory;

    public void DisableDiff() => IsDiffDisabled = true;
}

namespace VerifyTests;

/// <summary>Has the members of Verify's class that the tests use.</summary>
public sealed class VerifySettings
{
    public string? Directory { get; private set; }

    public bool IsDiffDisabled { get; private set; }

    public void UseDirectory(string directory) => Directory = directory;

    public void DisableDiff() => IsDiffDisabled = true;
}

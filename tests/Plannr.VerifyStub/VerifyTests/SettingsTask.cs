namespace VerifyTests;

/// <summary>Has the members of Verify's class that the tests use.</summary>
public sealed class SettingsTask(Task task)
{
    public Task ToTask() => task;
}

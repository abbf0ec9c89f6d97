namespace VerifyTests;

/// <summary>Has the signatures of Verify's class of this name that matter to the tests.</summary>
public sealed class SettingsTask(Task task)
{
    public Task ToTask() => task;
}

using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyNUnit;

/// <summary>Has the members of Verify.NUnit's class that the tests use.</summary>
public static class Verifier
{
    public static SettingsTask Verify(string? target, string extension, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => throw Unsupported();

    public static SettingsTask Throws(Action target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => throw Unsupported();

    public static SettingsTask Throws(Func<object?> target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => throw Unsupported();

    public static SettingsTask ThrowsTask(Func<Task> target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "")
        => throw Unsupported();

    private static NotSupportedException Unsupported()
        => new("This Verify.NUnit is a stub. Tests can compile against it, but not run with it. Build with SnapshotEngine=Local, or restore the real package.");
}

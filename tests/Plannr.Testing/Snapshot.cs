using System.Runtime.CompilerServices;

namespace Plannr.Testing;

/// <summary>Compares text with an accepted snapshot. Uses the snapshot engine that the build selects.</summary>
internal static class Snapshot
{
    /// <summary>Fails unless the text is equal to the snapshot <c>Snapshots/Type.Method_parameter=value.verified.extension</c>.</summary>
    /// <param name="text">The text, in which placeholders replace all varying values.</param>
    /// <param name="extension">The file's extension, without a dot.</param>
    /// <param name="sourceFile">The source file of the test. The folder <c>Snapshots</c> is beside it.</param>
    /// <returns>A task that fails if the snapshot does not match.</returns>
    public static async Task Verify(string text, string extension, [CallerFilePath] string sourceFile = "")
    {
        var name = LocalSnapshot.NameOf(TestContext.CurrentContext.Test);
#if SNAPSHOT_ENGINE_VERIFY
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory("Snapshots");
        settings.DisableDiff();
        try
        {
            await VerifyNUnit.Verifier.Verify(text, extension, settings, sourceFile).ToTask();
        }
        // Verify's own message does not contain the command of this repository.
        catch (Exception exception) when (exception.Message.Contains(".received.", StringComparison.Ordinal))
        {
            throw new AssertionException($"{SnapshotAcceptance.Of(name)}\n\n{exception.Message}", exception);
        }
#else
        var folder = Path.Combine(Path.GetDirectoryName(sourceFile)!, "Snapshots");
        await LocalSnapshot.VerifyAsync(folder, name, text, extension, TestContext.CurrentContext.Test.ID);
#endif
    }
}

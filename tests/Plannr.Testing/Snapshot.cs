using System.Runtime.CompilerServices;

namespace Plannr.Testing;

/// <summary>Compares text with what a reviewer has accepted. The seam between the tests and the snapshot engine.</summary>
internal static class Snapshot
{
    /// <summary>Fails unless the text is the accepted one, <c>Snapshots/Type.Method_parameter=value.verified.extension</c>.</summary>
    /// <param name="text">The text, with everything that varies already replaced.</param>
    /// <param name="extension">The file's extension, without a dot.</param>
    /// <param name="sourceFile">The test's source file, which <c>Snapshots</c> lies beside.</param>
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
        // The message is Verify's own, and does not have the repository's command.
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

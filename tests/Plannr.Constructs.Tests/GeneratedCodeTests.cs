namespace Plannr.Constructs.Tests;

/// <summary>Verifies the generated code of each construct, so that each change to the templates or the gate's model shows its effect.</summary>
public sealed class GeneratedCodeTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "generated");

    private static IEnumerable<string> Constructs => Directory.GetFiles(Folder, "*.g.cs").Select(f => Path.GetFileName(f)[..^".g.cs".Length]).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Constructs))]
    public Task Generated_code(string construct) => Snapshot.Verify(File.ReadAllText(Path.Combine(Folder, construct + ".g.cs")), "cs");
}

namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>
/// What the gate says of a contract for each construct of OpenAPI, and what it gives to NSwag: all that the model decides. Plannr.Constructs.Tests
/// has the C# that becomes of it.
/// </summary>
public sealed class ConstructTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Constructs");

    private static IEnumerable<string> Constructs => Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Constructs))]
    public async Task Normalized_contract(string construct)
    {
        var (findings, normalized) = await Linter.NormalizeAsync(Path.Combine(Folder, construct), skipsUnsupported: construct == "Unsupported.yaml");

        var text = string.Concat(findings.Select(f => $"{f}\n")).Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        await Snapshot.Verify($"{text}{normalized}", "txt");
    }
}

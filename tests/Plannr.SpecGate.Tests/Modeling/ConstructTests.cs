namespace Plannr.SpecGate.Tests.Modeling;

/// <summary>
/// The findings and the normalized contract, which NSwag reads, for each construct of OpenAPI. Plannr.Constructs.Tests verifies the
/// generated C#.
/// </summary>
public sealed class ConstructTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Constructs");

    private static IEnumerable<string> Constructs => Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Constructs))]
    public async Task Construct_is_normalized(string construct)
    {
        var (findings, normalized) = await Linter.NormalizeAsync(Path.Combine(Folder, construct), skipsUnsupported: construct == "Unsupported.yaml");

        var text = string.Concat(findings.Select(f => $"{f}\n")).Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
        await Snapshot.Verify($"{text}{normalized}", "txt");
    }
}

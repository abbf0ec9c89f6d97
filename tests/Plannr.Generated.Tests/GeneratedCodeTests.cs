namespace Plannr.Generated.Tests;

/// <summary>Verifies the whole generated code, so that each change of the contract shows its effect on the code.</summary>
public sealed class GeneratedCodeTests
{
    private static string Code => File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "generated", "plannr.g.cs"));

    [Test]
    public Task Generated_code() => Snapshot.Verify(Code, "cs");

    [Test]
    public void Generated_code_has_only_line_feeds_and_no_trailing_spaces()
    {
        Assert.That(Code, Does.Not.Contain("\r"));
        Assert.That(Code.Split('\n'), Has.None.Match("[ \t]$"));
    }
}

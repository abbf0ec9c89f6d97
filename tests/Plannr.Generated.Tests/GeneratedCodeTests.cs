namespace Plannr.Generated.Tests;

/// <summary>Verifies the whole generated code, so that each change of the contract shows its effect on the code.</summary>
public sealed class GeneratedCodeTests
{
    private static string Code => File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "generated", "plannr.g.cs"));

    [Test]
    public Task Generated_code() => Snapshot.Verify(Code, "cs");

    [Test]
    public void Generated_code_has_line_feeds_only_and_no_space_at_the_end_of_a_line()
    {
        Assert.That(Code, Does.Not.Contain("\r"));
        Assert.That(Code.Split('\n'), Has.None.Match("[ \t]$"));
    }
}

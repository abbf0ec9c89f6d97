
namespace Plannr.Generated.Tests;

/// <summary>The generated client and DTOs, whole: what a change of the contract does to the code shows here.</summary>
public sealed class GeneratedCodeTests
{
    [Test]
    public Task Generated_code() => Snapshot.Verify(Read("net10.0"), "cs");

    [Test]
    public void Generated_code_is_the_same_for_every_target_framework()
        => Assert.That(Read("netstandard2.0"), Is.EqualTo(Read("net10.0")));

    [Test]
    public void Generated_code_has_line_feeds_only_and_no_space_at_the_end_of_a_line()
    {
        Assert.That(Read("net10.0"), Does.Not.Contain("\r"));
        Assert.That(Read("net10.0").Split('\n'), Has.None.Match("[ \t]$"));
    }

    private static string Read(string framework)
        => File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "generated", framework, "plannr.g.cs"));
}

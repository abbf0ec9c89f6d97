namespace Plannr.Sandbox.Tests;

/// <summary>The READMEs print <see cref="ConnectionLifeTests"/>, which so is compiled and run.</summary>
public sealed class ReadmeTests
{
    private const int MaxLines = 39;

    [TestCase("README.md")]
    [TestCase("Plannr.Sandbox.README.md")]
    public async Task README_prints_the_test_of_a_connection_s_life(string file)
    {
        var printed = (await ReadAsync(file)).Split("```cs\n").Skip(1).Select(block => block.Split("\n```")[0]).Single();
        var source = await ReadAsync("ConnectionLifeTests.cs");

        Assert.That(CodeOf(printed), Is.EqualTo(CodeOf(source)));
        Assert.That(printed.Split('\n'), Has.Length.LessThanOrEqualTo(MaxLines));
    }

    [Test]
    public async Task README_of_the_sandbox_lists_every_option()
    {
        var text = await ReadAsync("Plannr.Sandbox.README.md");
        var names = typeof(PlannrSandboxOptions).GetProperties().Select(property => property.Name);

        Assert.That(names.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal) && !text.Contains($".{name}`", StringComparison.Ordinal)), Is.Empty);
    }

    // The namespace differs between the test and its reader's project, and with it the usings.
    private static string CodeOf(string text)
        => string.Join('\n', text.Split('\n').SkipWhile(line => !line.StartsWith("public ", StringComparison.Ordinal))).Trim();

    private static async Task<string> ReadAsync(string file)
        => (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, file))).ReplaceLineEndings("\n");
}

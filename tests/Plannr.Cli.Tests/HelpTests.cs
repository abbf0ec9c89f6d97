namespace Plannr.Cli.Tests;

/// <summary>What <c>plannr</c> says of itself.</summary>
public sealed class HelpTests
{
    [TestCase("")]
    [TestCase("--help")]
    [TestCase("connections --help")]
    [TestCase("connections update --help")]
    [TestCase("sandbox --help")]
    [TestCase("mcp --help")]
    [TestCase("connections list --help")]
    [TestCase("connections view --help")]
    [TestCase("connections delete --help")]
    [TestCase("connections relabel --help")]
    [TestCase("auth --help")]
    [TestCase("auth status --help")]
    [TestCase("accounts --help")]
    [TestCase("accounts list --help")]
    [TestCase("webhooks --help")]
    [TestCase("webhooks list --help")]
    [TestCase("webhooks create --help")]
    [TestCase("webhooks view --help")]
    [TestCase("webhooks update --help")]
    [TestCase("webhooks send --help")]
    [TestCase("webhooks verify --help")]
    [TestCase("contract --help")]
    [TestCase("contract show --help")]
    [TestCase("contract lint --help")]
    [TestCase("contract diff --help")]
    [TestCase("completion --help")]
    public async Task Help(string arguments)
    {
        var result = await PlannrProcess.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(result.ExitCode, Is.Zero);
        await Snapshot.Verify(result.StandardOutput, "txt");
    }

    [Test]
    public async Task Version()
        => Assert.That((await PlannrProcess.RunAsync("--version")).StandardOutput, Does.Match(@"^\d+\.\d+\.\d+"));
}

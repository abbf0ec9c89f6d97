namespace Plannr.Cli.Tests.Sandbox;

/// <summary><c>plannr mcp</c>; tests/Plannr.Mcp.Tests talks with it.</summary>
public sealed class McpTests
{
    [TestCase(3, "--allow-calls")]
    [TestCase(2, "--sandbox")]
    [TestCase(2, "--allow-calls --token-file -")]
    public async Task A_mistake_is_said(int exitCode, string arguments)
    {
        var result = await PlannrProcess.RunAsync(["mcp", .. arguments.Split(' ')]);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(result.StandardOutput, Is.Empty);
        await Snapshot.Verify(result.StandardError, "txt");
    }

    [Test]
    public async Task It_ends_with_its_input_and_has_then_said_nothing()
    {
        var result = await PlannrProcess.RunAsync("mcp");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(result.StandardError, Is.Empty);
    }
}

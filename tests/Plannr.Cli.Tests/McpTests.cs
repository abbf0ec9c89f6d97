namespace Plannr.Cli.Tests;

/// <summary><c>plannr mcp</c>; tests/Plannr.Mcp.Tests talks with it.</summary>
public sealed class McpTests
{
    [TestCase("--allow-calls", "plannr: There is no access token. Set PLANNR_ACCESS_TOKEN, or try the command with --sandbox, which needs none.")]
    [TestCase("--sandbox", "plannr: --sandbox says where calls go, and without --allow-calls there are none.")]
    public async Task A_mistake_is_said_and_exits_with_2(string option, string said)
    {
        var result = await PlannrProcess.RunAsync("mcp", option);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(result.StandardError.TrimEnd(), Is.EqualTo(said));
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

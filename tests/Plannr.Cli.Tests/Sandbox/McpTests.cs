namespace Plannr.Cli.Tests.Sandbox;

/// <summary>Tests how <c>plannr mcp</c> starts and exits. tests/Plannr.Mcp.Tests tests the server.</summary>
public sealed class McpTests
{
    [TestCase(3, "--allow-calls")]
    [TestCase(2, "--sandbox")]
    [TestCase(2, "--allow-calls --token-file -")]
    public async Task Invalid_arguments_print_an_error(int exitCode, string arguments)
    {
        var result = await PlannrProcess.RunAsync(["mcp", .. arguments.Split(' ')]);

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(result.StandardOutput, Is.Empty);
        await Snapshot.Verify(result.StandardError, "txt");
    }

    [Test]
    public async Task Server_exits_at_the_end_of_its_input_and_prints_nothing()
    {
        var result = await PlannrProcess.RunAsync("mcp");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(result.StandardError, Is.Empty);
    }
}

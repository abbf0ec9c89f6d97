using Plannr.Cli.Commands;
using Plannr.Cli.Completions;

namespace Plannr.Cli.Tests;

/// <summary>Tests which command lines the native program runs itself. tests/tool.sh runs that program.</summary>
public sealed class NativeCommandsTests
{
    [TestCase("--version")]
    [TestCase("connections list")]
    [TestCase("connections lst")]
    [TestCase("connections --help")]
    [TestCase("accounts list")]
    [TestCase("webhooks list")]
    [TestCase("api GET /api/v1/me")]
    [TestCase("auth status")]
    [TestCase("completion bash")]
    [TestCase("help connections list")]
    public void Native_program_runs_a_command_that_needs_only_the_client(string line) => Assert.That(Include(line.Split(' ')), Is.True);

    [TestCase("contract show")]
    [TestCase("sandbox")]
    [TestCase("mcp")]
    [TestCase("help")]
    [TestCase("help contract")]
    [TestCase("--help")]
    [TestCase("conections list")]
    [TestCase("__suggest")]
    public void Native_program_leaves_other_command_lines_to_the_managed_program(string line) => Assert.That(Include(line.Split(' ')), Is.False);

    [Test]
    public void Native_program_leaves_an_empty_command_line_to_the_managed_program() => Assert.That(Include(), Is.False);

    [TestCase("plannr connections ", 19, ExpectedResult = true)]
    [TestCase("plannr connections view ", 24, ExpectedResult = true)]
    [TestCase("plannr connections contract", 19, ExpectedResult = true)]
    [TestCase("plannr connections view ", 10, ExpectedResult = false)]
    [TestCase("plannr connections", 18, ExpectedResult = false)]
    [TestCase("plannr contract ", 16, ExpectedResult = false)]
    [TestCase("plannr help ", 12, ExpectedResult = false)]
    [TestCase("plannr ", 7, ExpectedResult = false)]
    [TestCase("", 0, ExpectedResult = false)]
    public bool Native_program_completes_only_what_follows_its_own_commands(string line, int position)
        => Include(SuggestCommand.Name, position.ToString(System.Globalization.CultureInfo.InvariantCulture), line);

    private static bool Include(params string[] arguments) => NativeCommands.Include(PlannrCommand.Create(), arguments);
}

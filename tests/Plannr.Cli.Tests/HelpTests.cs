using System.CommandLine;
using System.Text.RegularExpressions;
using Plannr.Cli.Commands;

namespace Plannr.Cli.Tests;

/// <summary>Tests the help and the version that <c>plannr</c> prints.</summary>
public sealed partial class HelpTests
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
    [TestCase("contract verify --help")]
    [TestCase("auth login --help")]
    [TestCase("auth logout --help")]
    [TestCase("auth switch --help")]
    [TestCase("completion --help")]
    [TestCase("api --help")]
    [TestCase("help")]
    [TestCase("help --help")]
    [TestCase("help connections list")]
    public async Task Command_prints_its_help(string arguments)
    {
        var result = await PlannrProcess.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(result.ExitCode, Is.Zero);
        await Snapshot.Verify(result.StandardOutput, "txt");
    }

    [Test]
    public void Help_contains_no_path_of_the_repository()
    {
        var texts = Commands(AllCommands.Create()).SelectMany(command => new[] { command.Description }
            .Concat(command.Options.Select(o => o.Description))
            .Concat(command.Arguments.Select(a => a.Description))
            .Concat((command as DocumentedCommand)?.Examples ?? []));

        Assert.That(texts.Where(t => t is not null && RepositoryPath().IsMatch(t)), Is.Empty);

        static IEnumerable<Command> Commands(Command command) => command.Subcommands.SelectMany(Commands).Prepend(command);
    }

    [Test]
    public async Task Help_command_and_help_option_print_the_same()
        => Assert.That((await PlannrProcess.RunAsync("help", "webhooks", "ls")).StandardOutput, Is.EqualTo((await PlannrProcess.RunAsync("webhooks", "list", "--help")).StandardOutput));

    [TestCase("connections view --help")]
    [TestCase("connections list --help")]
    [TestCase("webhooks --help")]
    public async Task Help_sends_no_request_for_suggestions(string arguments)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));

        await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), arguments.Split(' '));

        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Version_option_prints_the_version()
        => Assert.That((await PlannrProcess.RunAsync("--version")).StandardOutput, Does.Match(@"^\d+\.\d+\.\d+"));

    [GeneratedRegex(@"\b(openapi|src|build|tests)/")]
    private static partial Regex RepositoryPath();
}

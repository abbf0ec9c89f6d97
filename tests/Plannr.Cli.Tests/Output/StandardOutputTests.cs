using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Output;

/// <summary>Tests commands whose standard output is full or closed.</summary>
[Platform("Linux", Reason = "Only Linux has the device /dev/full.")]
public sealed class StandardOutputTests
{
    private static readonly string[] Commands =
    [
        "connections list", "connections list -o json", "connections list -o csv", "connections list --curl", "connections view 22222222-2222-4222-8222-000000000001",
        "webhooks list", "accounts list", "auth status", "api GET /api/v1/me", "contract show", "completion bash", "connections --help", "--version",
    ];

    [Test]
    public async Task Command_with_a_full_or_closed_standard_output_fails_and_prints_its_name(
        [ValueSource(nameof(Commands))] string command, [Values(">/dev/full", ">&-")] string redirection)
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var result = await CliWrap.Cli.Wrap("/bin/sh")
            .WithArguments(["-c", $"exec '{PlannrProcess.Host}' '{PlannrProcess.Program}' {command} {redirection}"])
            .WithEnvironmentVariables(PlannrProcess.Environment(TestSandbox.Environment(sandbox)))
            .WithValidation(CliWrap.CommandResultValidation.None)
            .ExecuteBufferedAsync();

        var path = string.Join(' ', command.Split(' ').TakeWhile(word => char.IsAsciiLetterLower(word[0]) && word != "bash").Prepend("plannr"));
        Assert.That(
            result.StandardError.ReplaceLineEndings("\n"),
            Is.EqualTo($"plannr: Standard output cannot be written: {(redirection == ">&-" ? "it is closed" : "No space left on device")}. The output of '{path}' is missing or incomplete.\n"));
        Assert.That(result.ExitCode, Is.EqualTo(1));
    }
}

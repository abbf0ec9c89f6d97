using CliWrap.Buffered;
using Newtonsoft.Json.Linq;

namespace Plannr.Cli.Tests;

/// <summary><c>--curl</c> prints a command that does the same.</summary>
[Platform(Exclude = "Win", Reason = "The command is for a POSIX shell.")]
public sealed class CurlTests
{
    private const string Uuid = "22222222-2222-4222-8222-000000000001";

    [TestCase("it's \"here\" $HOME `id` \\ é 😀")]
    [TestCase("two\nlines")]
    public async Task The_printed_command_does_what_the_command_does(string label)
    {
        await using var sandbox = await TestSandbox.StartAsync();
        var environment = TestSandbox.Environment(sandbox);
        string[] arguments = ["connections", "update", Uuid, "--label", label];
        var printed = await PlannrProcess.RunAsync(environment, [.. arguments, "--curl"]);

        var curl = await CliWrap.Cli.Wrap("bash").WithArguments(["-c", printed.StandardOutput.Replace("curl ", "curl --silent --fail ", StringComparison.Ordinal)])
            .WithEnvironmentVariables(environment).ExecuteBufferedAsync();
        var plannr = await PlannrProcess.RunAsync(environment, [.. arguments, "--output", "json"]);

        Assert.That(WithoutTime(curl.StandardOutput), Is.EqualTo(WithoutTime(plannr.StandardOutput)));
        Assert.That(WithoutTime(curl.StandardOutput), Does.Contain(new JValue(label).ToString(Newtonsoft.Json.Formatting.None)[1..^1].Split("\\n")[0]));
    }

    [TestCase("connections list")]
    [TestCase("connections delete " + Uuid)]
    [TestCase("auth status")]
    public async Task It_sends_nothing_and_needs_no_token(string command)
    {
        await using var server = RawServer.Answering(RawResponse.Json(500, "{}"));

        var result = await PlannrProcess.RunAsync(new() { ["PLANNR_BASE_URL"] = server.BaseAddress.ToString() }, [.. command.Split(' '), "--curl"]);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.StandardOutput, Does.StartWith("curl --request "));
        Assert.That(server.Requests, Is.Empty);
    }

    private static string WithoutTime(string json) => Scrubbed.Of(json.TrimEnd());
}

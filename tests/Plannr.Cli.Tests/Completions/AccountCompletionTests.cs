using System.Globalization;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Completions;

/// <summary>Tests the suggestions for the value of <c>--account</c>.</summary>
public sealed class AccountCompletionTests
{
    private const string Line = "plannr connections list --account ";

    [Test]
    public async Task Completion_of_account_suggests_the_accounts_of_the_user()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var result = await SuggestAsync(TestSandbox.Environment(sandbox), Line);

        Assert.That(Lines(result), Is.EqualTo(new[] { "11111111-1111-4111-8111-111111111111\tRobin Example", "11111111-1111-4111-8111-111111111112\tRobin É." }));
    }

    [Test]
    public async Task Completion_of_account_with_a_token_file_uses_its_token()
    {
        using var folder = new TestFolder();
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));

        await SuggestAsync(TestSandbox.Environment(server.BaseAddress, "of-the-environment"), $"plannr connections list --token-file {folder.Write("token", "of-the-file")} --account ");

        Assert.That(server.Requests.Single(), Does.StartWith("GET /api/v1/logins ").And.Contain("Authorization: Bearer of-the-file\r\n"));
    }

    [Test]
    public async Task Completion_of_account_with_the_sandbox_suggests_nothing()
        => AssertNoOutput(await SuggestAsync([], "plannr connections list --sandbox --account "));

    [TestCase(401)]
    [TestCase(200)]
    [TestCase(503)]
    public async Task Completion_of_account_after_an_unusable_response_suggests_nothing(int status)
    {
        await using var server = RawServer.Answering(RawResponse.Json(status, """{"message":"Unusable.","data":"unusable"}"""));

        var result = await SuggestAsync(TestSandbox.Environment(server.BaseAddress, "token"), Line);

        AssertNoOutput(result);
        Assert.That(server.Requests, Has.Count.EqualTo(1), "A retry would make the user wait.");
    }

    [TestCase(null, null)]
    [TestCase(null, "not a URL")]
    [TestCase("not a token", null)]
    [TestCase("token", "http://127.0.0.1:1/")]
    public async Task Completion_of_account_without_a_usable_token_or_server_suggests_nothing(string? token, string? server)
        => AssertNoOutput(await SuggestAsync(new() { ["PLANNR_ACCESS_TOKEN"] = token, ["PLANNR_BASE_URL"] = server }, Line));

    [TestCase("--token-file a --token-file b")]
    [TestCase("--sandbox=maybe")]
    [TestCase("--retries many")]
    public async Task Completion_of_account_after_an_invalid_option_prints_no_error(string options)
    {
        var result = await SuggestAsync([], $"plannr connections list {options} --account ");

        AssertNoOutput(result);
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Completion_of_account_with_the_token_on_standard_input_suggests_nothing_and_reads_nothing()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));

        AssertNoOutput(await SuggestAsync(TestSandbox.Environment(server.BaseAddress, "token"), "plannr connections list --token-file - --account "));

        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Completion_of_account_stops_waiting_for_a_stalled_response()
    {
        await using var server = RawServer.Stalling(RawResponse.Head(200, "Content-Type: application/json", "Content-Length: 10"));

        var result = await SuggestAsync(TestSandbox.Environment(server.BaseAddress, "token"), Line);

        AssertNoOutput(result);
        // The limit is 3 seconds, and the process has to start. Other commands wait 30 seconds.
        Assert.That(result.RunTime, Is.LessThan(TimeSpan.FromSeconds(15)));
    }

    private static async Task<BufferedCommandResult> SuggestAsync(Dictionary<string, string?> environment, string line)
        => await PlannrProcess.RunAsync(environment, "__suggest", line.Length.ToString(CultureInfo.InvariantCulture), line);

    private static string[] Lines(BufferedCommandResult result) => result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static void AssertNoOutput(BufferedCommandResult result)
        => Assert.That((Lines(result).Length, result.StandardError), Is.EqualTo((0, "")), result.StandardOutput);
}

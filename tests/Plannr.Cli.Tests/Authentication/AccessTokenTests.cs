using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Authentication;

/// <summary>Tests the sources of the access token, and that no output contains the token.</summary>
public sealed class AccessTokenTests
{
    private const string Token = "pl4nnr|s3cr3t-t0ken.of_nobody";
    private const string Uuid = "22222222-2222-4222-8222-000000000001";

    [Test]
    public async Task Token_file_takes_precedence_over_the_environment()
    {
        using var folder = new TestFolder();
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));

        var result = await PlannrProcess.RunAsync(
            TestSandbox.Environment(server.BaseAddress, "of-the-environment"), "connections", "list", "--token-file", folder.Write("token", Token + "\n"));

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(server.Requests.Single(), Does.Contain($"\r\nAuthorization: Bearer {Token}\r\n"));
    }

    [Test]
    public async Task Token_file_option_with_a_dash_reads_the_token_from_standard_input()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));

        var result = await PlannrProcess.Command(TestSandbox.Environment(server.BaseAddress, "of-the-environment"), "auth", "status", "--token-file", "-")
            .WithStandardInputPipe(PipeSource.FromString(Token + "\n")).ExecuteBufferedAsync();

        Assert.That(server.Requests, Is.Not.Empty.And.All.Contains($"\r\nAuthorization: Bearer {Token}\r\n"));
        Assert.That(result.StandardOutput, Does.Contain("The access token of standard input is accepted.").And.Not.Contain(Token));
    }

    [Test]
    public async Task Token_on_standard_input_is_sent_without_its_byte_order_mark()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"data":[]}"""));

        await PlannrProcess.Command(TestSandbox.Environment(server.BaseAddress, "of-the-environment"), "auth", "status", "--token-file", "-")
            .WithStandardInputPipe(PipeSource.FromBytes([0xef, 0xbb, 0xbf, .. Encoding.UTF8.GetBytes(Token + "\r\n")])).ExecuteAsync();

        Assert.That(server.Requests, Is.Not.Empty.And.All.Contains($"\r\nAuthorization: Bearer {Token}\r\n"));
    }

    [TestCase(UnixFileMode.UserRead | UnixFileMode.OtherRead)]
    [TestCase(UnixFileMode.UserRead | UnixFileMode.GroupRead)]
    [TestCase(UnixFileMode.UserRead | UnixFileMode.GroupWrite)]
    [Platform(Exclude = "Win", Reason = "Files on Windows have no mode.")]
    public async Task Token_file_that_other_users_can_read_or_write_is_refused(UnixFileMode mode)
    {
        using var folder = new TestFolder();
        var file = folder.Write("token", Token, mode);

        var result = await PlannrProcess.RunAsync("auth", "status", "--token-file", file);

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.StandardError, Is.EqualTo($"plannr: The token file {file} can be read or written by other users. Run 'chmod 600 {file}', and have the token replaced if somebody may have read it.\n"));
    }

    [TestCase("")]
    [TestCase("s3cr3t\nt0ken")]
    [TestCase("s3cr3t t0ken")]
    [TestCase("s3cr3t-é")]
    public async Task Invalid_token_is_refused_and_not_printed(string token)
    {
        using var folder = new TestFolder();

        var fromFile = await PlannrProcess.RunAsync("auth", "status", "--token-file", folder.Write("token", token));
        var fromEnvironment = await PlannrProcess.RunAsync(new Dictionary<string, string?> { ["PLANNR_ACCESS_TOKEN"] = token }, "auth", "status");

        Assert.That((fromFile.ExitCode, fromEnvironment.ExitCode), Is.EqualTo((3, 3)));
        Assert.That(fromFile.StandardError, Does.StartWith($"plannr: There is no valid access token in {folder.PathOf("token")}. ").And.Not.Contain("s3cr3t"));
        Assert.That(fromEnvironment.StandardError, Does.Contain("PLANNR_ACCESS_TOKEN").And.Not.Contain("s3cr3t"));
    }

    [Test]
    public async Task Command_without_a_token_prints_how_to_provide_one()
        => await Snapshot.Verify(PlannrProcess.Transcript(await PlannrProcess.RunAsync("auth", "status"), "auth", "status"), "txt");

    [Test]
    public async Task Missing_token_file_is_named()
    {
        var result = await PlannrProcess.RunAsync("auth", "status", "--token-file", "no-such-token");

        Assert.That(result.ExitCode, Is.EqualTo(3));
        Assert.That(result.StandardError, Does.StartWith("plannr: The token file no-such-token cannot be read: "));
    }

    // The server of the test returns the token in every part of its response.
    private static IEnumerable<string[]> Commands =>
    [
        ["connections", "list"],
        ["connections", "list", "--output", "json"],
        ["connections", "list", "--output", "csv"],
        ["connections", "list", "--curl"],
        ["connections", "update", Uuid, "--label", "Mine"],
        ["connections", "update", Uuid, "--label", "Mine", "--dry-run"],
        ["connections", "update", Uuid, "--label", "Mine", "--output", "json"],
        ["connections", "delete", Uuid, "--yes"],
        ["connections", "relabel", "--from", "{labels}"],
        ["auth", "status"],
        ["accounts", "list"],
        ["accounts", "list", "--output", "json"],
        ["webhooks", "list"],
        ["webhooks", "list", "--output", "json", "--show-secret"],
        ["webhooks", "view", Uuid, "--show-secret"],
        ["webhooks", "create", "--url", "https://example.com/", "--event", "plan.created", "--show-secret"],
        ["webhooks", "update", Uuid, "--event", "plan.created", "--output", "json"],
        ["webhooks", "send", Uuid, "--event", "plan.created"],
        ["webhooks", "verify", "{labels}", "--signature", "00", "--subscription", Uuid],
        ["mcp", "--allow-calls"],
        ["contract", "show"],
        ["completion", "bash"],
        ["nonsense"],
    ];

    private static int[] Statuses => Environment.GetEnvironmentVariable("PLANNR_EVERY_VERBOSITY") == "1" ? [200, 401, 403, 422, 500] : [200];

    [Test]
    public async Task No_command_prints_the_token_at_any_verbosity([ValueSource(nameof(Commands))] string[] command, [ValueSource(nameof(Statuses))] int status)
    {
        using var folder = new TestFolder();
        await using var server = RawServer.Answering(RawResponse.Json(
            status, $$"""{"message":"{{Token}}","errors":{"label":["{{Token}}"]},"label":"{{Token}}","data":[{"label":"{{Token}}","unknown":"{{Token}}","firm":{"name":"{{Token}}"},"events":["{{Token}}"]}],"name":"{{Token}}","events":["{{Token}}"],"signing_secret":"{{Token}}"}""", $"X-Token: {Token}"));
        // The verbose output includes the output at the other levels. tests/command-line.sh tests all levels and statuses.
        var isThorough = Environment.GetEnvironmentVariable("PLANNR_EVERY_VERBOSITY") == "1";
        var calls = command[0] is "connections" or "auth" or "accounts" or "webhooks" && !command.Contains("--curl") && !command.Contains("--dry-run");
        string[] levels = calls ? (isThorough ? ["", "--quiet", "--verbose"] : ["--verbose"]) : [""];

        foreach (var level in levels)
        {
            var labels = folder.Write("labels.csv", $"uuid,label\n{Uuid},Mine\n");
            File.Delete(folder.PathOf("labels.results.csv"));
            var arguments = command.Select(a => a == "{labels}" ? labels : a).Concat(level.Length > 0 ? [level, "--retries", "0"] : []).ToArray();

            var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, Token), arguments);

            var results = File.Exists(folder.PathOf("labels.results.csv")) ? await File.ReadAllTextAsync(folder.PathOf("labels.results.csv")) : "";
            Assert.That(result.StandardOutput + result.StandardError + results, Does.Not.Contain(Token), string.Join(' ', arguments));
        }
    }

    [Test]
    public async Task JSON_without_a_token_is_printed_byte_for_byte()
    {
        const string Body = "{ \"data\" : [ {\"label\":\"é \\u00e9 \\/\",\"n\":1.50,\"big\":123456789012345678901234567890,\"access_token_expires_at\":\"\"} ] ,\"x\":{}}";
        await using var server = RawServer.Answering(RawResponse.Json(200, Body));

        var output = new MemoryStream();
        await PlannrProcess.Command(TestSandbox.Environment(server.BaseAddress, Token), "connections", "list", "--output", "json")
            .WithStandardOutputPipe(PipeTarget.ToStream(output)).ExecuteAsync();

        Assert.That(output.ToArray(), Is.EqualTo(Encoding.UTF8.GetBytes(Body + "\n")));
    }
}

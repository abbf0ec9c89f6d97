using System.Globalization;
using System.Text.RegularExpressions;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests;

/// <summary><c>plannr connections update</c></summary>
public sealed partial class ConnectionsUpdateTests
{
    private const string Uuid = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";
    private const string Token = "s3cr3t-t0ken";

    [TestCase("table")]
    [TestCase("json")]
    public async Task It_shows_the_updated_connection(string output)
    {
        var result = await PlannrProcess.RunAsync("connections", "update", Uuid, "--label", "My Fundment Account 1", "--sandbox", "--output", output);

        await VerifyAsync(result, output == "json" ? "json" : "txt");
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task It_sends_the_token_of_the_environment_to_the_server_of_the_environment()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"label":"Mine","colour":"red"}"""));

        var result = await PlannrProcess.RunAsync(Environment(server), "connections", "update", Uuid, "--label", "Mine", "--output", "json");

        Assert.That(result.StandardOutput.ReplaceLineEndings("\n"), Is.EqualTo("{\n  \"label\": \"Mine\",\n  \"colour\": \"red\"\n}\n"));
        Assert.That(result.StandardError, Is.Empty);
        Assert.That(server.Requests.Single(), Does.Contain($"\r\nAuthorization: Bearer {Token}\r\n"));
        Assert.That(server.Requests.Single(), Does.EndWith("\r\n\r\n{\"label\":\"Mine\"}"));
    }

    [Test]
    public async Task With_sandbox_nothing_goes_to_the_server_of_the_environment()
    {
        await using var server = RawServer.Answering(RawResponse.Json(500, "{}"));

        var result = await PlannrProcess.RunAsync(Environment(server), "connections", "update", Uuid, "--label", "Mine", "--sandbox");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(server.Requests, Is.Empty);
    }

    private static readonly Dictionary<string, string> Mistakes = new()
    {
        ["no token"] = $"{Uuid} --label Mine",
        ["no UUID"] = "--label Mine --sandbox",
        ["a UUID that is none"] = "nope --label Mine --sandbox",
        ["an empty UUID"] = $"{Guid.Empty} --label Mine --sandbox",
        ["no label"] = $"{Uuid} --sandbox",
        ["an unknown option"] = $"{Uuid} --lable Mine --sandbox",
        ["an unknown output"] = $"{Uuid} --label Mine --sandbox --output xml",
    };

    private static IEnumerable<string> NamesOfMistakes => Mistakes.Keys;

    [TestCaseSource(nameof(NamesOfMistakes))]
    public async Task A_mistake_is_said_and_exits_with_2(string mistake)
    {
        var result = await PlannrProcess.RunAsync(["connections", "update", .. Mistakes[mistake].Split(' ')]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardOutput, Is.Empty);
        await Snapshot.Verify(result.StandardError, "txt");
    }

    [Test]
    public async Task A_connection_that_is_not_there_is_said_and_exits_with_1()
    {
        var result = await PlannrProcess.RunAsync("connections", "update", "6ff8f7f6-1eb3-3525-be4a-3932c805afee", "--label", "Mine", "--sandbox");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(result.StandardError.ReplaceLineEndings("\n"), Is.EqualTo("plannr: Plannr answered with status 404: The OAuth2 connection was not found.\n"));
    }

    [TestCase(401, "application/json", """{"message":"Unauthenticated."}""", "plannr: Plannr answered with status 401: Unauthenticated.\n")]
    [TestCase(422, "application/json", """{"message":"No \u001b[31m\nred."}""", "plannr: Plannr answered with status 422: No  [31m red.\n")]
    [TestCase(502, "text/html", "<html/>", "plannr: PUT /api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed was answered with status 502.\n")]
    [TestCase(302, "text/html", "", "plannr: PUT /api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed was answered with status 302.\n")]
    public async Task An_error_of_the_API_is_said_in_a_line_and_exits_with_1(int status, string contentType, string body, string expected)
    {
        await using var server = RawServer.Answering(
            RawResponse.Of(status, System.Text.Encoding.UTF8.GetBytes(body), "Content-Type: " + contentType, "Location: http://127.0.0.1:1/"));

        var result = await PlannrProcess.RunAsync(Environment(server), "connections", "update", Uuid, "--label", "Mine");

        Assert.That(result.StandardError.ReplaceLineEndings("\n"), Is.EqualTo(expected));
        Assert.That(result.StandardOutput, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [Test]
    public async Task A_server_that_cannot_be_reached_is_said_and_exits_with_1()
    {
        var environment = new Dictionary<string, string?> { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = "http://127.0.0.1:1" };

        var result = await PlannrProcess.RunAsync(environment, "connections", "update", Uuid, "--label", "Mine");

        Assert.That(result.StandardError, Does.StartWith("plannr: Plannr cannot be reached: "));
        Assert.That(result.StandardError, Does.Not.Contain("   at "));
        Assert.That(result.ExitCode, Is.EqualTo(1));
    }

    [TestCase("http://example.test")]
    [TestCase("ftp://127.0.0.1")]
    [TestCase("nonsense")]
    public async Task The_token_does_not_travel_in_the_clear(string baseUrl)
    {
        var environment = new Dictionary<string, string?> { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = baseUrl };

        var result = await PlannrProcess.RunAsync(environment, "connections", "update", Uuid, "--label", "Mine");

        Assert.That(result.StandardError, Does.Contain("PLANNR_BASE_URL must be an https URL"));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    [TestCase("s3cr3t\nt0ken")]
    [TestCase("s3cr3t t0ken")]
    [TestCase("s3cr3t-é")]
    public async Task A_malformed_token_is_refused_and_not_quoted(string token)
    {
        var result = await PlannrProcess.RunAsync(
            new Dictionary<string, string?> { ["PLANNR_ACCESS_TOKEN"] = token }, "connections", "update", Uuid, "--label", "Mine");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardOutput + result.StandardError, Does.Contain("PLANNR_ACCESS_TOKEN").And.Not.Contain("s3cr3t"));
    }

    [TestCase(200, """{"label":"Mine"}""")]
    [TestCase(200, "s3cr3t-t0ken")]
    [TestCase(401, """{"message":"Unauthenticated."}""")]
    [TestCase(500, "s3cr3t-t0ken")]
    public async Task The_token_is_in_no_output(int status, string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(status, body));

        var result = await PlannrProcess.RunAsync(Environment(server), "connections", "update", Uuid, "--label", "Mine");

        Assert.That(result.StandardOutput + result.StandardError, Does.Not.Contain(Token));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "There, only a console can send Ctrl-C.")]
    public async Task Ctrl_C_ends_a_call_that_waits()
    {
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling(RawResponse.Head(200, "Content-Type: application/json", "Content-Length: 10"), sent);
        var running = PlannrProcess.Command(Environment(server), "connections", "update", Uuid, "--label", "Mine").ExecuteBufferedAsync();
        await sent.Task;

        await CliWrap.Cli.Wrap("kill").WithArguments(["-INT", running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync();

        var result = await running;
        Assert.That(result.ExitCode, Is.EqualTo(130));
        Assert.That(result.StandardError, Is.EqualTo("plannr: Interrupted.\n"));
    }

    private static Dictionary<string, string?> Environment(RawServer server)
        => new() { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = server.BaseAddress.ToString() };

    private static Task VerifyAsync(BufferedCommandResult result, string extension)
    {
        Assert.That(result.StandardError, Is.Empty);
        return Snapshot.Verify(UpdatedAt().Replace(result.StandardOutput, "$1{now}"), extension);
    }

    [GeneratedRegex("(updated_at\": \"|Updated +│ )[-0-9:+ T]+(?=\"| │)")]
    private static partial Regex UpdatedAt();
}

using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Connections;

/// <summary>Tests <c>plannr connections update</c>.</summary>
public sealed class ConnectionsUpdateTests
{
    private const string Uuid = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";
    private const string Token = "s3cr3t-t0ken";

    [TestCase("table")]
    [TestCase("json")]
    public async Task Update_prints_the_updated_connection(string output)
    {
        var result = await PlannrProcess.RunAsync("connections", "update", Uuid, "--label", "My Fundment Account 1", "--sandbox", "--output", output);

        await VerifyAsync(result, output == "json" ? "json" : "txt");
        Assert.That(result.ExitCode, Is.Zero);
    }

    [Test]
    public async Task Update_uses_the_token_and_the_server_in_the_environment()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"label":"Mine","colour":"red"}"""));

        var result = await PlannrProcess.RunAsync(Environment(server), "connections", "update", Uuid, "--label", "Mine", "--output", "json");

        Assert.That(result.StandardOutput.ReplaceLineEndings("\n"), Is.EqualTo("{\"label\":\"Mine\",\"colour\":\"red\"}\n"));
        Assert.That(result.StandardError, Is.Empty);
        Assert.That(server.Requests.Single(), Does.Contain($"\r\nAuthorization: Bearer {Token}\r\n"));
        Assert.That(server.Requests.Single(), Does.EndWith("\r\n\r\n{\"label\":\"Mine\"}"));
    }

    [Test]
    public async Task Update_with_sandbox_sends_nothing_to_the_server_in_the_environment()
    {
        await using var server = RawServer.Answering(RawResponse.Json(500, "{}"));

        var result = await PlannrProcess.RunAsync(Environment(server), "connections", "update", Uuid, "--label", "Mine", "--sandbox");

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(server.Requests, Is.Empty);
    }

    private static readonly Dictionary<string, string> InvalidArguments = new()
    {
        ["missing UUID"] = "--label Mine --sandbox",
        ["invalid UUID"] = "nope --label Mine --sandbox",
        ["empty UUID"] = $"{Guid.Empty} --label Mine --sandbox",
        ["missing label"] = $"{Uuid} --sandbox",
        ["unknown option"] = $"{Uuid} --lable Mine --sandbox",
        ["unknown output"] = $"{Uuid} --label Mine --sandbox --output xml",
    };

    private static IEnumerable<string> Problems => InvalidArguments.Keys;

    [TestCaseSource(nameof(Problems))]
    public async Task Invalid_arguments_print_an_error_and_exit_with_2(string problem)
    {
        var result = await PlannrProcess.RunAsync(["connections", "update", .. InvalidArguments[problem].Split(' ')]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardOutput, Is.Empty);
        await Snapshot.Verify(result.StandardError, "txt");
    }

    [TestCase("http://example.test")]
    [TestCase("ftp://127.0.0.1")]
    [TestCase("nonsense")]
    public async Task Base_URL_without_https_is_refused(string baseUrl)
    {
        var environment = new Dictionary<string, string?> { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = baseUrl };

        var result = await PlannrProcess.RunAsync(environment, "connections", "update", Uuid, "--label", "Mine");

        Assert.That(result.StandardError, Does.StartWith($"plannr: PLANNR_BASE_URL is '{baseUrl}', "));
        Assert.That(result.ExitCode, Is.EqualTo(2));
    }

    private static Dictionary<string, string?> Environment(RawServer server)
        => new() { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = server.BaseAddress.ToString() };

    private static Task VerifyAsync(BufferedCommandResult result, string extension)
    {
        Assert.That(result.StandardError, Is.Empty);
        return Snapshot.Verify(Scrubbed.Of(result.StandardOutput), extension);
    }
}

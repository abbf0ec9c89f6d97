using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Api;

/// <summary>Tests <c>plannr api</c>.</summary>
public sealed class ApiCommandTests
{
    private const string Token = "s3cr3t-t0ken";
    private const string Account = "11111111-1111-4111-8111-111111111111";

    [TestCase("api GET /api/v1/me --account " + Account, "GET /api/v1/me HTTP", "")]
    [TestCase("api get api/v1/me?a=b", "GET /api/v1/me?a=b HTTP", "")]
    [TestCase("api GET x?url=https://example.com/", "GET /x?url=https://example.com/ HTTP", "")]
    [TestCase("api GET {server}api/v1/me", "GET /api/v1/me HTTP", "")]
    [TestCase("api GET /x?a=b -f c=d&e -F filter[url]=f", "GET /x?a=b&c=d%26e&filter%5Burl%5D=f HTTP", "")]
    [TestCase("api DELETE /x", "DELETE /x HTTP", "")]
    [TestCase("api POST /x -f a=1 -F b=1.50 -F c=true -F d=null -F e=text -f f=", "POST /x HTTP", """{"a":"1","f":"","b":1.50,"c":true,"d":null,"e":"text"}""")]
    [TestCase("api PATCH /x -f a[b][c]=1 -f a[b][d]=2 -f e[]=3 -F e[]=4 -f f==", "PATCH /x HTTP", """{"a":{"b":{"c":"1","d":"2"}},"e":["3",4],"f":"="}""")]
    [TestCase("api PUT /x --input body.json -f a=b", "PUT /x?a=b HTTP", """{"label": 1.0}""")]
    [TestCase("api PUT /x --input -", "PUT /x HTTP", """{"from":"standard input"}""")]
    public async Task Request_is_sent_with_the_token_and_the_account(string command, string requestLine, string body)
    {
        using var folder = new TestFolder();
        folder.Write("body.json", """{"label": 1.0}""");
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"a":1.50}"""));

        var result = await Command(server.BaseAddress, command.Replace("{server}", server.BaseAddress.ToString(), StringComparison.Ordinal))
            .WithWorkingDirectory(folder.PathOf(""))
            .WithStandardInputPipe(PipeSource.FromString("""{"from":"standard input"}"""))
            .ExecuteBufferedAsync();

        Assert.That((result.ExitCode, result.StandardOutput, result.StandardError), Is.EqualTo((0, "{\"a\":1.50}\n", "")));
        var request = server.Requests.Single();
        Assert.That(request, Does.StartWith(requestLine).And.Contain($"\r\nAuthorization: Bearer {Token}\r\n").And.Contain("\r\nAccept: application/json\r\n").And.EndWith("\r\n\r\n" + body));
        Assert.That(request.Contains($"\r\nX-PLANNR-ACCOUNT-UUID: {Account}\r\n", StringComparison.OrdinalIgnoreCase), Is.EqualTo(command.Contains("--account", StringComparison.Ordinal)));
    }

    [TestCase("https://example.com/api/v1/me")]
    [TestCase("HTTPS://example.com/api/v1/me")]
    [TestCase("http://127.0.0.1:1@example.com/")]
    [TestCase("http://127.0.0.1:2/api/v1/me")]
    [TestCase("https://127.0.0.1:1/api/v1/me")]
    [TestCase("//example.com/api/v1/me")]
    [TestCase("\\\\example.com/api/v1/me")]
    [TestCase("/\\example.com")]
    [TestCase("ftp://127.0.0.1:1/")]
    [TestCase("/a b")]
    public async Task Invalid_path_or_path_to_another_server_is_refused(string path)
    {
        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(new Uri("http://127.0.0.1:1"), Token), "api", "GET", path, "--retries", "0");

        Assert.That(result.ExitCode, Is.EqualTo(2), result.StandardError);
        Assert.That(result.StandardError, Does.Match("^plannr: (The request would be sent to .*, but the access token is for http://127.0.0.1:1\\.|'.*' is not the path of a request, such as )"));
    }

    [TestCase(401, 3)]
    [TestCase(403, 1)]
    [TestCase(404, 4)]
    [TestCase(422, 1)]
    [TestCase(418, 1)]
    [TestCase(429, 5)]
    [TestCase(500, 1)]
    public async Task Error_status_prints_the_body_and_sets_the_exit_code(int status, int exitCode)
    {
        const string Body = """{"message":"What is wrong.","errors":{"label":["It is too long."]}}""";
        await using var server = RawServer.Answering(RawResponse.Json(status, Body));

        var result = await Command(server.BaseAddress, "api POST /api/v1/x -f a=b --retries 0").ExecuteBufferedAsync();

        Assert.That((result.ExitCode, result.StandardOutput), Is.EqualTo((exitCode, Body + "\n")), result.StandardError);
        Assert.That(result.StandardError, Does.StartWith("plannr: ").And.Contain($"status {status}").And.Contain("What is wrong"));
    }

    [Test]
    public async Task Error_status_with_a_body_that_is_not_JSON_prints_the_body()
    {
        await using var server = RawServer.Answering(RawResponse.Of(404, Encoding.UTF8.GetBytes("<html>nginx</html>"), "Content-Type: text/html"));

        var result = await Command(server.BaseAddress, "api GET /x").ExecuteBufferedAsync();

        Assert.That((result.ExitCode, result.StandardOutput), Is.EqualTo((4, "<html>nginx</html>\n")));
        Assert.That(result.StandardError, Does.Contain("There is nothing at /x (status 404), and the response is not from Plannr's API. PLANNR_BASE_URL is '"));
    }

    [Test]
    public async Task Transient_failure_is_retried()
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) => await stream.WriteAsync(
            Interlocked.Increment(ref responses) == 1 ? RawResponse.Json(503, "{}", "Retry-After: 0") : RawResponse.Json(200, "[]"), cancellationToken));

        var result = await Command(server.BaseAddress, "api GET /x -q").ExecuteBufferedAsync();

        Assert.That((result.ExitCode, result.StandardOutput, responses), Is.EqualTo((0, "[]\n", 2)), result.StandardError);
    }

    [TestCase("", """{"token":"***","data":[{"signing_secret":"***"}]}""")]
    [TestCase(" --show-secret", """{"token":"***","data":[{"signing_secret":"abcdefghijkl"}]}""")]
    public async Task Token_is_always_masked_and_signing_secret_unless_show_secret_is_set(string option, string output)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, $$"""{"token":"{{Token}}","data":[{"signing_secret":"abcdefghijkl"}]}"""));

        var result = await Command(server.BaseAddress, "api GET /x" + option).ExecuteBufferedAsync();

        Assert.That(result.StandardOutput, Is.EqualTo(output + "\n"));
    }

    [TestCase("api")]
    [TestCase("api FETCH /x")]
    [TestCase("api GET")]
    [TestCase("api POST /x -f text")]
    [TestCase("api POST /x -f a=1 -f a[b]=2")]
    [TestCase("api POST /x -f a=1 -f a=2")]
    [TestCase("api POST /x --input no-such.json")]
    [TestCase("api POST /x --input -")]
    [TestCase("api POST /x --input - --token-file -")]
    [TestCase("api PUT /x -F a=1 --dry-run")]
    public async Task Command_prints_why_it_sends_nothing(string command)
    {
        var result = await Command(new Uri("http://127.0.0.1:1"), command).WithStandardInputPipe(PipeSource.FromString("not JSON")).ExecuteBufferedAsync();

        await Snapshot.Verify(PlannrProcess.Transcript(result, command), "txt");
    }

    private static Command Command(Uri server, string command) => PlannrProcess.Command(TestSandbox.Environment(server, Token), command.Split(' '));
}

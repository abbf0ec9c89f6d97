using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Api;

/// <summary>Tests that a failed call prints what is wrong and what to do, and sets the exit code.</summary>
public sealed class ErrorTests
{
    private const string Token = "s3cr3t-t0ken";
    private const string Json = "application/json";

    private static readonly Dictionary<string, (int Status, string ContentType, string Body)> Responses = new()
    {
        ["rejected token"] = (401, Json, """{"message":"Unauthenticated."}"""),
        ["forbidden"] = (403, Json, """{"message":"This action is unauthorized."}"""),
        ["unknown connection"] = (404, Json, """{"message":"The OAuth2 connection was not found."}"""),
        ["escape sequences"] = (422, Json, """{"message":"No \u001b[31m\nred.","errors":{"label":["Not \u001b[31mred."]}}"""),
        ["unknown status"] = (418, Json, """{"message":"I am a teapot."}"""),
        ["too many requests"] = (429, "text/html", ""),
        ["server error"] = (500, Json, """{"message":"Server Error"}"""),
        ["error page of a proxy"] = (502, "text/html", "<html/>"),
        ["redirect"] = (302, "text/html", ""),
        ["page instead of JSON"] = (200, "text/html", "<html/>"),
        ["invalid timestamp"] = (200, Json, """{"created_at":"yesterday"}"""),
    };

    private static IEnumerable<string> Problems => Responses.Keys;

    [TestCaseSource(nameof(Problems))]
    public async Task Failed_update_prints_the_problem_and_what_to_do(string problem)
    {
        var (status, contentType, body) = Responses[problem];
        await using var server = RawServer.Answering(RawResponse.Of(status, Encoding.UTF8.GetBytes(body), "Content-Type: " + contentType, "Location: http://127.0.0.1:1/"));
        string[] arguments = ["connections", "update", "6ff8f7f6-1eb3-3525-be4a-3932c805afed", "--label", "Mine", "--retries", "0"];

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, Token), arguments);

        Assert.That(result.StandardOutput, Is.Empty);
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    [Test]
    public async Task Unreachable_server_prints_the_problem_and_what_to_do()
    {
        string[] arguments = ["connections", "list", "--retries", "0"];

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(new Uri("http://127.0.0.1:1"), Token), arguments);

        // Each operating system has its own message.
        var refused = new SocketException((int)SocketError.ConnectionRefused).Message.TrimEnd('.');
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments).Replace(refused, "{connection refused}", StringComparison.Ordinal), "txt");
    }

    [Test]
    public async Task Retry_is_printed_unless_quiet_is_set([Values] bool isQuiet)
    {
        var responses = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) => await stream.WriteAsync(
            Interlocked.Increment(ref responses) == 1 ? RawResponse.Json(503, "{}", "Retry-After: 0") : RawResponse.Json(200, """{"data":[]}"""), cancellationToken));

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, Token), ["connections", "list", "-o", "json", .. isQuiet ? ["-q"] : Array.Empty<string>()]);

        Assert.That(Scrubbed.Of(result.StandardError), Is.EqualTo(isQuiet ? "" : "plannr: Retrying OAuthConnections_List (1 of 3) in # ms after status 503.\n"));
        Assert.That(result.StandardOutput, Is.EqualTo("{\"data\":[]}\n"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "On Windows, only a console can send Ctrl-C.")]
    public async Task Ctrl_C_ends_a_waiting_call_within_a_second()
    {
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling(RawResponse.Head(200, "Content-Type: application/json", "Content-Length: 10"), sent);
        var running = PlannrProcess.Command(TestSandbox.Environment(server.BaseAddress, Token), "connections", "list").ExecuteBufferedAsync();
        await Task.WhenAny(sent.Task, running.Task);

        await CliWrap.Cli.Wrap("kill").WithArguments(["-INT", running.ProcessId.ToString(CultureInfo.InvariantCulture)]).ExecuteAsync();
        var interrupted = TimeProvider.System.GetUtcNow();
        var result = await running;

        Assert.That(result.ExitCode, Is.EqualTo(130));
        Assert.That(result.StandardError, Is.EqualTo("plannr: Interrupted.\n"));
        Assert.That(result.ExitTime - interrupted, Is.LessThan(TimeSpan.FromSeconds(1)));
    }
}

using System.Globalization;
using System.Net.Sockets;
using System.Text;
using CliWrap.Buffered;

namespace Plannr.Cli.Tests.Api;

/// <summary>What goes wrong with a call, in a sentence, with what to do and an exit code.</summary>
public sealed class ErrorTests
{
    private const string Token = "s3cr3t-t0ken";
    private const string Json = "application/json";

    private static readonly Dictionary<string, (int Status, string ContentType, string Body)> Answers = new()
    {
        ["a token that is not accepted"] = (401, Json, """{"message":"Unauthenticated."}"""),
        ["a user who may not"] = (403, Json, """{"message":"This action is unauthorized."}"""),
        ["no such connection"] = (404, Json, """{"message":"The OAuth2 connection was not found."}"""),
        ["values with words for a terminal"] = (422, Json, """{"message":"No \u001b[31m\nred.","errors":{"label":["Not \u001b[31mred."]}}"""),
        ["a status that nobody knows"] = (418, Json, """{"message":"I am a teapot."}"""),
        ["too many requests"] = (429, "text/html", ""),
        ["an error of the server"] = (500, Json, """{"message":"Server Error"}"""),
        ["a page of a proxy"] = (502, "text/html", "<html/>"),
        ["a redirect"] = (302, "text/html", ""),
        ["a page in place of JSON"] = (200, "text/html", "<html/>"),
        ["a timestamp that is none"] = (200, Json, """{"created_at":"yesterday"}"""),
    };

    private static IEnumerable<string> NamesOfAnswers => Answers.Keys;

    [TestCaseSource(nameof(NamesOfAnswers))]
    public async Task An_error_of_the_API(string answer)
    {
        var (status, contentType, body) = Answers[answer];
        await using var server = RawServer.Answering(RawResponse.Of(status, Encoding.UTF8.GetBytes(body), "Content-Type: " + contentType, "Location: http://127.0.0.1:1/"));
        string[] arguments = ["connections", "update", "6ff8f7f6-1eb3-3525-be4a-3932c805afed", "--label", "Mine", "--retries", "0"];

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, Token), arguments);

        Assert.That(result.StandardOutput, Is.Empty);
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments), "txt");
    }

    [Test]
    public async Task A_server_that_cannot_be_reached()
    {
        string[] arguments = ["connections", "list", "--retries", "0"];

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(new Uri("http://127.0.0.1:1"), Token), arguments);

        // Each operating system has its own words for it.
        var refused = new SocketException((int)SocketError.ConnectionRefused).Message.TrimEnd('.');
        await Snapshot.Verify(PlannrProcess.Transcript(result, arguments).Replace(refused, "{connection refused}", StringComparison.Ordinal), "txt");
    }

    [Test]
    public async Task A_retry_is_said_unless_the_command_is_to_be_quiet([Values] bool isQuiet)
    {
        var answers = 0;
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) => await stream.WriteAsync(
            Interlocked.Increment(ref answers) == 1 ? RawResponse.Json(503, "{}", "Retry-After: 0") : RawResponse.Json(200, """{"data":[]}"""), cancellationToken));

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, Token), ["connections", "list", "-o", "json", .. isQuiet ? ["-q"] : Array.Empty<string>()]);

        Assert.That(Scrubbed.Of(result.StandardError), Is.EqualTo(isQuiet ? "" : "plannr: Retrying OAuthConnections_List (1 of 3) in # ms after status 503.\n"));
        Assert.That(result.StandardOutput, Is.EqualTo("{\"data\":[]}\n"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "There, only a console can send Ctrl-C.")]
    public async Task Ctrl_C_ends_a_call_that_waits_within_a_second()
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

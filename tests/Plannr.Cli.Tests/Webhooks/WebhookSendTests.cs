using System.Text;
using CliWrap;
using CliWrap.Buffered;
using Plannr.Client;

namespace Plannr.Cli.Tests.Webhooks;

/// <summary>Tests <c>plannr webhooks send</c>.</summary>
public sealed class WebhookSendTests
{
    private static readonly string[] Send = ["webhooks", "send", TestSandbox.Webhook.ToString(), "--event", "account.created"];

    [TestCase(204, 0)]
    [TestCase(302, 1)]
    [TestCase(500, 1)]
    public async Task Send_prints_the_status_of_the_receiver_and_fails_unless_it_is_a_success(int status, int exitCode)
    {
        await using var receiver = RawServer.Answering(RawResponse.Head(status));
        await using var sandbox = await TestSandbox.StartAsync(receiver.BaseAddress);

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), Send);

        Assert.That(Scrubbed.Of(result.StandardOutput + result.StandardError), Is.EqualTo($"The receiver responded with status {status} in # ms.\n"));
        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(BodyOf(receiver.Requests.Single()), Is.EqualTo("{}"));
    }

    [Test]
    public async Task Send_with_a_body_signs_it_and_sends_it_byte_for_byte([Values] bool fromStandardInput)
    {
        const string Body = """{ "amount": 1.50, "name": "\u00e9 é 😀",  "many": [ ] }""";
        using var folder = new TestFolder();
        await using var receiver = RawServer.Answering(RawResponse.Head(204));
        await using var sandbox = await TestSandbox.StartAsync(receiver.BaseAddress);

        var result = await PlannrProcess.Command(TestSandbox.Environment(sandbox), [.. Send, "--body", fromStandardInput ? "-" : folder.Write("body.json", Body + "\n")])
            .WithStandardInputPipe(PipeSource.FromString(Body, Encoding.UTF8)).ExecuteBufferedAsync();

        var request = receiver.Requests.Single();
        var signature = request.Split("\r\n").Single(line => line.StartsWith(PlannrWebhook.SignatureHeader + ": ", StringComparison.Ordinal)).Split(": ")[1];
        Assert.That(result.ExitCode, Is.Zero, result.StandardError);
        Assert.That(BodyOf(request), Is.EqualTo(Body));
        Assert.That(PlannrWebhook.Verify(Encoding.UTF8.GetBytes(Body), signature, TestSandbox.SigningSecret), Is.True);
    }

    [TestCase(404, """{"message":"Not found."}""")]
    [TestCase(405, "")]
    [TestCase(200, """{"status":"fine"}""")]
    public async Task Send_to_a_server_that_is_not_a_sandbox_prints_how_to_start_one(int status, string body)
    {
        await using var server = RawServer.Answering(RawResponse.Json(status, body));

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), Send);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Is.EqualTo($"plannr: {server.BaseAddress} is not a sandbox that sends webhooks. Start one with 'plannr sandbox', and set PLANNR_BASE_URL to its address.\n"));
    }

    [Test]
    public async Task Send_to_Plannr_itself_is_refused_without_a_request()
    {
        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(new Uri("https://api.plannrcrm.com"), "token"), Send);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Does.StartWith("plannr: Only a sandbox sends webhooks on request."));
    }

    [Test]
    public async Task Send_to_a_receiver_that_does_not_respond_fails()
    {
        await using var sandbox = await TestSandbox.StartAsync(new Uri("http://127.0.0.1:1/"));

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox), Send);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.StandardError, Does.StartWith("plannr: The sandbox reports: http://127.0.0.1:1/ did not respond"));
    }

    [TestCase("{")]
    [TestCase("")]
    [TestCase("{} {}")]
    [TestCase("{'a': 1}")]
    public async Task Send_with_a_body_that_is_not_JSON_is_refused_without_a_request(string body)
    {
        using var folder = new TestFolder();
        await using var server = RawServer.Answering(RawResponse.Json(500, "{}"));

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(server.BaseAddress, "token"), [.. Send, "--body", folder.Write("body.json", body)]);

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.StandardError, Does.StartWith($"plannr: The body in {folder.PathOf("body.json")} is not valid JSON: "));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Send_with_a_rejected_token_exits_with_3()
    {
        await using var sandbox = await TestSandbox.StartAsync();

        var result = await PlannrProcess.RunAsync(TestSandbox.Environment(sandbox.BaseAddress, "another"), Send);

        Assert.That(result.ExitCode, Is.EqualTo(3));
    }

    private static string BodyOf(string request) => request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
}

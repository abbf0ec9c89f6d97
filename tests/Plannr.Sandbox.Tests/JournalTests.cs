using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Tests;

/// <summary>Tests the journal of requests, the events and the log.</summary>
public sealed class JournalTests
{
    [Test]
    public async Task Request_is_in_the_journal_with_its_operation_body_status_and_time()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });
        sandbox.AdvanceTime(TimeSpan.FromDays(1));

        await sandbox.PutAsync("""{"label":"Mine"}""");
        await sandbox.SendAsync("GET", "/api/v1/nothing?a=b%20c");

        var (update, unknown) = (sandbox.Requests[0], sandbox.Requests[1]);
        Assert.That((update.Number, update.Method, update.Path, update.Query), Is.EqualTo((1L, "PUT", sandbox.ExamplePath(), "")));
        Assert.That((update.Operation, update.Body, update.Status, update.Fault), Is.EqualTo(("OAuthConnections_Update", """{"label":"Mine"}""", (int?)200, SandboxFault.None)));
        Assert.That((update.Time, update.Duration), Is.EqualTo((clock.GetUtcNow().AddDays(1), TimeSpan.Zero)));
        Assert.That(update.Headers["content-type"], Is.EqualTo("application/json"));
        Assert.That(update.Violations, Is.Empty);
        Assert.That((unknown.Number, unknown.Path, unknown.Query, unknown.Operation, unknown.Status), Is.EqualTo((2L, "/api/v1/nothing", "?a=b%20c", (string?)null, (int?)404)));
        Assert.That(unknown.Violations, Is.EqualTo(new[] { "The contract has no path /api/v1/nothing." }));
    }

    [TestCase("PUT", """{"label":5}""", 422, "The label field must be a string.")]
    [TestCase("PUT", "{", 400, "The request body is not valid JSON (line 1, position 2).")]
    [TestCase("POST", "{}", 405, "The POST method is not supported for this path.")]
    public async Task Violation_of_the_contract_is_in_the_journal(string method, string body, int status, string violation)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        await sandbox.SendAsync(method, sandbox.ExamplePath(), body);

        Assert.That((sandbox.Requests.Single().Status, sandbox.Requests.Single().Violations.Single()), Is.EqualTo(((int?)status, violation)));
    }

    [Test]
    public async Task Request_with_a_fault_is_validated()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        await sandbox.PutAsync("""{"label":5}""", ("X-Plannr-Sandbox-Fault", "status=503"));
        Assert.ThrowsAsync<HttpRequestException>(() => sandbox.PutAsync("""{"label":6}""", ("X-Plannr-Sandbox-Fault", "reset")));

        Assert.That(sandbox.Requests.Select(r => (r.Status, r.Fault.ToString())), Is.EqualTo(new[] { ((int?)503, "status=503"), (null, "reset=before") }));
        Assert.That(sandbox.Requests.Select(r => r.Violations.Single()), Has.All.EqualTo("The label field must be a string."));
    }

    [Test]
    public async Task Secrets_are_masked_in_headers_query_and_body()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { OtherTokens = ["another-token"] });
        const string Body = """{ "label": "sandbox-token", "signing_secret": "s3", "a": [{ "api_key": { "x": 1 } }], "access_token_expires_at": "2027" }""";

        await sandbox.SendAsync(
            "PUT", sandbox.ExamplePath() + "?access_token=abc&b=another-token&token_type=x", Body, ("Cookie", "session=1"), ("X-Api-Key", "k"), ("X-Other", "a sandbox-token b"));
        await sandbox.SendAsync("PUT", sandbox.ExamplePath(), """{"client_secret": "open", "password":7, "label": """);
        await sandbox.SendAsync("PUT", sandbox.ExamplePath(), "grant=x&client_secret=open", ("Content-Type", "application/x-www-form-urlencoded"));
        await sandbox.SendAsync("GET", SandboxCalls.Connections, body: null, ("Authorization", "Basic open"));

        var masked = sandbox.Requests[0];
        Assert.That(masked.Headers["Authorization"], Is.EqualTo("Bearer ***"));
        Assert.That((masked.Headers["Cookie"], masked.Headers["X-Api-Key"], masked.Headers["X-Other"]), Is.EqualTo(("***", "***", "a *** b")));
        Assert.That(masked.Query, Is.EqualTo("?access_token=***&b=***&token_type=x"));
        Assert.That(masked.Body, Is.EqualTo("""{"label":"***","signing_secret":"***","a":[{"api_key":"***"}],"access_token_expires_at":"2027"}"""));
        Assert.That(sandbox.Requests[1].Body, Is.EqualTo("""{"client_secret": "***", "password":"***", "label": """));
        Assert.That(sandbox.Requests[2].Body, Is.EqualTo("grant=x&client_secret=***"));
        Assert.That(sandbox.Requests[3].Headers["Authorization"], Is.EqualTo("Basic ***"));
    }

    [Test]
    public async Task Long_body_is_truncated_and_body_that_is_not_text_is_omitted()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();

        await sandbox.PutAsync($$"""{"label":"{{new string('x', 20_000)}}"}""");
        using (var content = new ByteArrayContent([0xFF, 0xFE, 0x00]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } })
        {
            await httpClient.PutAsync(new Uri(sandbox.ExamplePath(), UriKind.Relative), content);
        }

        Assert.That(sandbox.Requests[0].Body, Has.Length.EqualTo(16_384).And.StartsWith("""{"label":"xxx"""));
        Assert.That(sandbox.Requests[1].Body, Is.Null);
    }

    [Test]
    public async Task Journal_keeps_the_latest_requests_and_can_be_cleared()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { JournalCapacity = 2 });
        for (var i = 0; i < 3; i++)
        {
            await sandbox.ListAsync();
        }

        Assert.That(sandbox.Requests.Select(r => r.Number), Is.EqualTo(new[] { 2, 3 }));

        sandbox.ClearRequests();
        Assert.That(sandbox.Requests, Is.Empty);
        await sandbox.ListAsync();
        Assert.That(sandbox.Requests.Single().Number, Is.EqualTo(4));
    }

    [Test]
    public async Task Journal_can_be_read_and_cleared_over_HTTP_and_excludes_control_calls()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await sandbox.PutAsync("""{"label":5}""", ("X-Plannr-Sandbox-Fault", "status=503"));

        var request = (JObject)Validation.PlainJson.Read((await sandbox.SendAsync("GET", "/sandbox/requests")).Body)["data"]!.Single();
        var cleared = await sandbox.SendAsync("DELETE", "/sandbox/requests");

        Assert.That(request.Properties().Select(p => p.Name), Is.EqualTo(new[] { "number", "time", "duration_ms", "method", "path", "query", "headers", "body", "operation", "status", "fault", "violations" }));
        Assert.That(((int)request["status"]!, (string?)request["fault"], (string?)request["headers"]!["Authorization"]), Is.EqualTo((503, "status=503", "Bearer ***")));
        Assert.That(cleared.Status, Is.EqualTo(204));
        Assert.That((await sandbox.SendAsync("GET", "/sandbox/requests")).Body, Is.EqualTo("""{"data":[]}"""));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Events_start_with_the_requests_in_the_journal(CancellationToken cancellationToken)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(cancellationToken: cancellationToken);
        await sandbox.ListAsync();
        using var httpClient = sandbox.CreateClient();
        using var response = await httpClient.GetAsync(new Uri("/sandbox/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));

        var lines = new List<string?>();
        while (lines.Count < 5)
        {
            lines.Add(await reader.ReadLineAsync(cancellationToken));
        }

        Assert.That(lines[3..], Has.ItemAt(0).EqualTo("event: request").And.ItemAt(1).StartsWith("data: {\"number\":1,"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Events_arrive_as_they_happen_and_end_when_the_sandbox_stops(CancellationToken cancellationToken)
    {
        var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2027, 5, 24, 0, 0, 0, TimeSpan.Zero)) }, cancellationToken);
        await using var owned = sandbox;
        using var httpClient = sandbox.CreateClient();
        using var response = await httpClient.GetAsync(new Uri("/sandbox/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));

        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/event-stream"));
        Assert.That(await NextAsync(), Is.EqualTo("event: opened\ndata: {}"));
        await sandbox.ListAsync();
        Assert.That(await NextAsync(), Does.StartWith("event: request\ndata: {\"number\":1,"));
        await sandbox.PutAsync("{}");
        Assert.That(await NextAsync(), Does.StartWith("event: request\ndata: {\"number\":2,"));
        sandbox.AdvanceTime(TimeSpan.FromDays(2));
        Assert.That(await NextAsync(), Does.StartWith("event: email\ndata: {\"simulation\":true,\"kind\":\"expires_in_14_days\","));
        sandbox.ClearRequests();
        Assert.That(await NextAsync(), Does.StartWith("event: cleared\n"));
        await sandbox.DisposeAsync();
        Assert.That(await reader.ReadLineAsync(cancellationToken), Is.Null);

        async Task<string> NextAsync()
        {
            var lines = new List<string>();
            while (await reader.ReadLineAsync(cancellationToken) is { Length: > 0 } line)
            {
                lines.Add(line);
            }

            return string.Join('\n', lines);
        }
    }

    [Test]
    public async Task Log_has_a_line_for_each_request_and_email_without_secrets_and_control_characters()
    {
        var log = new StringWriter();
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 5, 25, 8, 7, 6, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Log = log, TimeProvider = clock });

        await sandbox.SendAsync("GET", SandboxCalls.Connections + "?token=abc");
        await sandbox.PutAsync("""{"label":5}""", ("X-Plannr-Sandbox-Fault", "status=429"));
        await sandbox.PutAsync("""{"label":"\u001b[31mRed\u202e"}""");
        sandbox.AdvanceTime(TimeSpan.FromDays(1));

        Assert.That(log.ToString().ReplaceLineEndings("\n"), Is.EqualTo($"""
            08:07:06 GET /api/v1/oauth/connections?token=*** 200 in 0 ms
            08:07:06 PUT {sandbox.ExamplePath()} 429 in 0 ms, fault status=429, contract violated: The label field must be a string.
            08:07:06 PUT {sandbox.ExamplePath()} 200 in 0 ms
            15:08:03 Simulated e-mail: the connection expires in 14 days, on 2027-06-08. Connection {sandbox.ExampleConnection}, '\u001b[31mRed\u202e'.

            """.ReplaceLineEndings("\n")));
    }
}

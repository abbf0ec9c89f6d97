using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Control;

/// <summary>Tests the faults that the sandbox injects.</summary>
public sealed class FaultTests
{
    private const string Header = "X-Plannr-Sandbox-Fault";

    [Test]
    public async Task Latency_delays_the_response_by_its_duration()
    {
        var clock = new FakeTimeProvider();
        var recording = new RecordingClock(clock);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = recording });

        var reply = sandbox.ListAsync((Header, "latency=2s"));
        Assert.That(await recording.NextTimerAsync(), Is.EqualTo(TimeSpan.FromSeconds(2)));
        clock.Advance(TimeSpan.FromSeconds(2));

        Assert.That((await reply).Status, Is.EqualTo(200));
        Assert.That(sandbox.Requests.Single().Duration, Is.EqualTo(TimeSpan.FromSeconds(2)), "The response did not wait for the timer.");
    }

    [Test]
    public async Task Status_is_returned_and_the_call_is_not_executed()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.PutAsync("""{"label":"Mine"}""", (Header, "status=503"));

        Assert.That(reply.ToString(), Is.EqualTo("""503 {"message":"Service Unavailable"}"""));
        Assert.That(reply.Headers["X-Ratelimit-Remaining"], Is.EqualTo("499"));
        Assert.That(await LabelAsync(sandbox), Is.EqualTo("My Fundment Account 1"));
    }

    [TestCase("reset", "My Fundment Account 1")]
    [TestCase("reset=before", "My Fundment Account 1")]
    [TestCase("reset=after", "Mine")]
    public async Task Reset_breaks_the_connection_before_or_after_the_call_is_executed(string fault, string label)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.ThrowsAsync<HttpRequestException>(() => sandbox.PutAsync("""{"label":"Mine"}""", (Header, fault)));

        Assert.That(await LabelAsync(sandbox), Is.EqualTo(label));
    }

    [Test]
    public async Task Stalled_body_sends_the_headers_and_half_of_the_body()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();
        sandbox.InjectFault(new SandboxFault { StallsBody = true });

        using var response = await httpClient.GetAsync(new Uri(SandboxCalls.Connections, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        var body = await response.Content.ReadAsStreamAsync();
        var half = new byte[response.Content.Headers.ContentLength!.Value / 2];
        await body.ReadExactlyAsync(half);
        Assert.That(System.Text.Encoding.UTF8.GetString(half), Does.StartWith("{\"data\":["));
        var next = body.ReadAsync(new byte[1]).AsTask();

        // The sandbox stops even if a body is stalled. If it had sent more, the read would return a byte.
        await sandbox.DisposeAsync();
        Assert.ThrowsAsync(Is.InstanceOf<IOException>(), () => next);
    }

    [Test]
    public async Task Expired_token_returns_401_for_a_known_token()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That((await sandbox.ListAsync((Header, "expired-token"))).ToString(), Is.EqualTo("""401 {"message":"Unauthenticated."}"""));
        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
    }

    [TestCase("null", "null", "null")]
    [TestCase("empty", "\"\"", "\"\"")]
    [TestCase("absent", null, null)]
    public async Task Blank_expiry_has_three_forms_that_the_client_reads_as_null(string form, string? accessToken, string? refreshToken)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = SandboxFault.Parse("blank-expiry=" + form) });
        using var httpClient = sandbox.CreateClient();

        var reply = JObject.Parse((await sandbox.PutAsync("{}")).Body);
        var connection = (await new OAuthConnectionsClient(httpClient).ListAsync()).Data!.Single();

        Assert.That(reply["access_token_expires_at"]?.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(accessToken));
        Assert.That(reply["refresh_token_expires_at"]?.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo(refreshToken));
        Assert.That((connection.AccessTokenExpiresAt, connection.RefreshTokenExpiresAt), Is.EqualTo(((DateTimeOffset?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Unknown_properties_reach_the_user_of_the_client_unchanged()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();
        sandbox.InjectFault(SandboxFault.Parse("unknown-attributes"));

        var connection = (await new OAuthConnectionsClient(httpClient).ListAsync()).Data!.Single();

        const string Unknown = """
            "sandbox_unknown":"2024-03-04T05:06:07.120Z","sandbox_unknown_number":12.50,"sandbox_unknown_null":null,"sandbox_unknown_object":{"$type":"text","items":[1,"two",null]}
            """;
        Assert.That(PlannrJson.Serialize(connection.Provider!), Does.EndWith(Unknown + "}"));
        Assert.That(PlannrJson.Serialize(connection), Does.EndWith(Unknown + "}"));
    }

    [Test]
    public async Task Several_faults_apply_to_one_call()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.ListAsync((Header, "latency=1ms, blank-expiry=absent, unknown-attributes"));

        Assert.That(reply.Body, Does.Contain("sandbox_unknown").And.Not.Contain("expires_at"));
    }

    [Test]
    public async Task Injected_faults_apply_to_the_next_calls_in_order()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = new SandboxFault { Status = 500 } });
        sandbox.InjectFault(new SandboxFault { Status = 502 }, calls: 2);
        sandbox.InjectFault(new SandboxFault { Status = 504 });

        var statuses = new List<int>();
        for (var i = 0; i < 4; i++)
        {
            statuses.Add((await sandbox.ListAsync()).Status);
        }

        Assert.That(statuses, Is.EqualTo(new[] { 502, 502, 504, 500 }));
        Assert.That((await sandbox.ListAsync((Header, "none"))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task ClearFaults_removes_injected_faults()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        sandbox.InjectFault(new SandboxFault { Status = 502 }, calls: 2);

        sandbox.ClearFaults();

        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Faults_are_injected_listed_and_cleared_over_HTTP()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var injected = await sandbox.SendAsync("POST", "/sandbox/faults", """{"fault":"status=503,unknown-attributes","calls":2}""");
        var once = await sandbox.SendAsync("POST", "/sandbox/faults", """{"fault":"reset"}""");
        var hit = await sandbox.ListAsync();
        var listed = await sandbox.SendAsync("GET", "/sandbox/faults");
        var cleared = await sandbox.SendAsync("DELETE", "/sandbox/faults");

        Assert.That(injected.ToString(), Is.EqualTo("""200 {"data":[{"fault":"status=503,unknown-attributes","calls":2}]}"""));
        Assert.That(once.Status, Is.EqualTo(200));
        Assert.That(hit.Status, Is.EqualTo(503));
        Assert.That(listed.ToString(), Is.EqualTo("""200 {"data":[{"fault":"status=503,unknown-attributes","calls":1},{"fault":"reset=before","calls":1}]}"""));
        Assert.That(cleared.Status, Is.EqualTo(204));
        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
    }

    [TestCase("[", 400, "is not valid JSON")]
    [TestCase("{}", 422, "The fault field must be a string")]
    [TestCase("[]", 422, "The request body must be a JSON object")]
    [TestCase("""{"fault":"reset","call":3}""", 422, "The call field is unknown. Did you mean 'calls'? The fields are fault, calls.")]
    [TestCase("""{"fault":"late=2"}""", 422, "'late=2' is not a fault. Valid faults, separated by commas: latency=2s")]
    [TestCase("""{"fault":"reset","calls":0}""", 422, "The calls field must be a positive integer.")]
    public async Task Invalid_fault_over_HTTP_is_refused_with_the_problem(string body, int status, string message)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.SendAsync("POST", "/sandbox/faults", body);

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(reply.Body, Does.Contain(message));
    }

    [TestCase("POST", "/sandbox/faults")]
    [TestCase("POST", "/sandbox/reset")]
    [TestCase("POST", "/sandbox/webhooks/send")]
    public async Task Control_path_with_another_token_returns_401(string method, string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "another") } };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await httpClient.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(401));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Reset_restores_the_initial_state_and_removes_faults(bool overHttp)
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { RateLimit = 2 });
        await sandbox.PutAsync("""{"label":"Mine"}""");
        await sandbox.SendAsync("DELETE", sandbox.ExamplePath());
        sandbox.InjectFault(new SandboxFault { Status = 503 });

        await (overHttp ? sandbox.SendAsync("POST", "/sandbox/reset") : sandbox.ResetAsync());

        Assert.That(await LabelAsync(sandbox), Is.EqualTo("My Fundment Account 1"));
    }

    [TestCase("latency=1.5s,status=429", "latency=1500ms,status=429")]
    [TestCase(" latency=250ms , blank-expiry=empty ", "latency=250ms,blank-expiry=empty")]
    [TestCase("status=429,retry-after=90s,operation=OAuthConnections_List", "status=429,retry-after=90s,operation=OAuthConnections_List")]
    [TestCase("connection=6FF8F7F6-1eb3-3525-be4a-3932c805afed,status=503,retry-after=none", "status=503,retry-after=none,connection=6ff8f7f6-1eb3-3525-be4a-3932c805afed")]
    [TestCase("none", "none")]
    [TestCase("reset", "reset=before")]
    public void Fault_is_parsed_and_written_in_a_canonical_form(string text, string canonical)
    {
        var fault = SandboxFault.Parse(text);

        Assert.That(fault.ToString(), Is.EqualTo(canonical));
        Assert.That(SandboxFault.Parse(canonical), Is.EqualTo(fault));
    }

    [TestCase("", "'' is not a fault.")]
    [TestCase("latency=2", "'latency=2' is not a fault.")]
    [TestCase("latency=99999999s", "'latency=99999999s' is not a fault.")]
    [TestCase("status=200", "'status=200' is not a fault.")]
    [TestCase("status", "'status' is not a fault.")]
    [TestCase("Reset", "'Reset' is not a fault.")]
    [TestCase("operation=", "'operation=' is not a fault.")]
    [TestCase("connection=mine", "'connection=mine' is not a fault.")]
    [TestCase("retry-after=3s", "The fault retry-after requires a status, but 'retry-after=3s' has none.")]
    [TestCase("status=500,reset", "'status=500,reset' has faults that exclude each other: status=500 and reset=before. Use only one of them.")]
    public void Parse_of_an_invalid_fault_throws(string text, string message)
        => Assert.That(Assert.Throws<FormatException>(() => SandboxFault.Parse(text))!.Message, Does.StartWith(message));

    [Test]
    public void Fault_with_an_invalid_value_throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new SandboxFault { Status = 200 });
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new SandboxFault { Latency = TimeSpan.FromSeconds(-1) });
    }

    private static async Task<string?> LabelAsync(PlannrSandbox sandbox)
        => JObject.Parse((await sandbox.ListAsync()).Body)["data"]!.Single().Value<string>("label");
}

using System.Net.Http.Headers;
using Plannr.Generated;

namespace Plannr.Mcp.Tests;

/// <summary>Tests the tools that call the API.</summary>
public sealed class CallTests
{
    private const string Uuid = "6ff8f7f6-1eb3-3525-be4a-3932c805afed";
    private const string Token = "s3cr3t-t0ken";
    private const string Rename = $$$"""{"oauthConnection_uuid":"{{{Uuid}}}","body":{"label":"Mine"}}""";

    [Test]
    public async Task Call_of_update_changes_the_connection()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var response = await connection.AskAsync("call_OAuthConnections_Update", Rename);

        Assert.That(response.GetProperty("status").GetInt32(), Is.EqualTo(200));
        Assert.That(response.GetProperty("rateLimitRemaining").GetString(), Is.EqualTo("499"));
        Assert.That(response.GetProperty("body").GetProperty("label").GetString(), Is.EqualTo("Mine"));
        using var httpClient = new HttpClient { BaseAddress = connection.Sandbox!.BaseAddress };
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", connection.Sandbox.Token);
        Assert.That((await new OAuthConnectionsClient(httpClient).ListAsync()).Data!.Single().Label, Is.EqualTo("Mine"));
    }

    [Test]
    public async Task Created_webhook_subscription_is_found_by_its_UUID()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var created = await connection.AskAsync("call_WebhookSubscriptions_Create", """{"body":{"url":"http://127.0.0.1:5090/webhooks","events":["account.created"]}}""");
        var uuid = created.GetProperty("body").GetProperty("uuid").GetString();
        var list = await connection.AskAsync("call_WebhookSubscriptions_List", $$"""{"filter[uuid]":["{{uuid}}","{{Uuid}}"],"sort":"created_at"}""");

        Assert.That(created.GetProperty("status").GetInt32(), Is.EqualTo(201));
        Assert.That(list.GetProperty("body").GetProperty("data").EnumerateArray().Select(s => s.GetProperty("uuid").GetString()), Is.EqualTo(new[] { Uuid, uuid }));
    }

    [TestCase("Logins_List", "{}", "data")]
    [TestCase("Me_Get", "{}", "email")]
    [TestCase("WebhookSubscriptions_Get", $$"""{"uuid":"{{Uuid}}"}""", "events")]
    [TestCase("WebhookSubscriptions_Update", $$$"""{"uuid":"{{{Uuid}}}","body":{"events":["plan.created"]}}""", "events")]
    public async Task Call_of_an_operation_returns_its_response(string operation, string arguments, string property)
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var response = await connection.AskAsync("call_" + operation, arguments);

        Assert.That(response.GetProperty("status").GetInt32(), Is.EqualTo(200));
        Assert.That(response.GetProperty("body").TryGetProperty(property, out _), Is.True, response.ToString());
    }

    [Test]
    public async Task Number_for_a_string_is_read_as_text()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var response = await connection.AskAsync("call_OAuthConnections_Update", $$$"""{"oauthConnection_uuid":"{{{Uuid}}}","body":{"label":2026}}""");
        var hits = await connection.AskAsync("search", """{"query":429}""");
        var example = await connection.AskAsync("get_request_example", """{"operation":"OAuthConnections_Update","arguments":{"body":{"label":1.50}}}""");

        Assert.That(response.GetProperty("body").GetProperty("label").GetString(), Is.EqualTo("2026"));
        Assert.That(hits.GetProperty("total").GetInt32(), Is.Positive);
        Assert.That(example.GetProperty("code").GetString(), Does.Contain("""{"label":"1.50"}"""));
    }

    [Test]
    public async Task Signing_secret_of_a_webhook_subscription_is_not_shown()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var created = await connection.AskAsync("call_WebhookSubscriptions_Create", """{"body":{"url":"http://127.0.0.1:5090/webhooks","events":["account.created"]}}""");
        var list = await connection.AskAsync("call_WebhookSubscriptions_List");

        Assert.That(created.GetProperty("body").GetProperty("signing_secret").GetString(), Is.EqualTo("***"));
        Assert.That(list.GetProperty("body").GetProperty("data").EnumerateArray().Select(s => s.GetProperty("signing_secret").GetString()), Is.EqualTo(new[] { "***", "***" }));
    }

    [Test]
    public async Task Server_over_stdio_with_sandbox_calls_its_own_sandbox()
    {
        await using var connection = await Connection.OpenAsync(Transport.Stdio, allowCalls: true);

        await connection.AskAsync("call_OAuthConnections_Delete", $$"""{"oauthConnection_uuid":"{{Uuid}}"}""");
        var list = await connection.AskAsync("call_OAuthConnections_List");

        Assert.That(list.GetProperty("body").GetProperty("data").GetArrayLength(), Is.Zero);
        Assert.That(connection.Log, Is.Empty);
    }

    [Test]
    public async Task Error_of_the_API_is_an_error_of_the_tool_with_its_status_and_message()
    {
        await using var connection = await Connection.OverHttpAsync(allowCalls: true);

        var error = await connection.ErrorAsync("call_OAuthConnections_Delete", """{"oauthConnection_uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afee"}""");

        Assert.That(error, Does.Contain("\"status\":404").And.Contain("The OAuth2 connection was not found."));
    }

    [Test]
    public async Task Call_without_allow_calls_fails()
    {
        await using var connection = await Connection.OverHttpAsync();

        Assert.That(async () => await connection.CallAsync("call_OAuthConnections_Update", Rename), Throws.Exception.With.Message.Contains("call_OAuthConnections_Update"));
    }

    [Test]
    public async Task Token_in_the_environment_is_sent_to_the_API_and_is_not_in_responses()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"label":"Mine"}"""));
        await using var connection = await Connection.OverStdioAsync(Environment(server), "--allow-calls");

        var response = await connection.CallAsync("call_OAuthConnections_Update", Rename);
        var example = await connection.CallAsync("get_request_example", """{"operation":"OAuthConnections_Update"}""");

        Assert.That(server.Requests.Single(), Does.StartWith($"PUT /api/v1/oauth/connections/{Uuid} ").And.Contains($"\r\nAuthorization: Bearer {Token}\r\n").And.EndsWith("\r\n\r\n{\"label\":\"Mine\"}"));
        Assert.That(Connection.Text(response) + Connection.Text(example), Does.Contain("\"label\":\"Mine\"").And.Not.Contain(Token));
    }

    [Test]
    public async Task Long_response_is_truncated_with_a_note()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, $$"""{"label":"{{new string('x', 20_000)}}"}"""));
        await using var connection = await Connection.OverStdioAsync(Environment(server), "--allow-calls");

        var response = await connection.CallAsync("call_OAuthConnections_Update", Rename);

        Assert.That(Connection.Text(response), Has.Length.LessThanOrEqualTo(8_000).And.Contains("The call was made. Its response has 20012 characters, but only the first "));
    }

    [TestCase(302, "text/html", "")]
    [TestCase(502, "text/html", "<html/>")]
    public async Task Response_that_is_not_JSON_is_an_error_with_the_unchanged_body(int status, string contentType, string body)
    {
        await using var server = RawServer.Answering(RawResponse.Of(status, System.Text.Encoding.UTF8.GetBytes(body), "Content-Type: " + contentType, "Location: http://127.0.0.1:1/"));
        await using var connection = await Connection.OverStdioAsync(Environment(server), "--allow-calls");

        var error = await connection.ErrorAsync("call_OAuthConnections_Update", Rename);

        Assert.That(error, Does.Contain($"\"status\":{status}").And.Contain(body));
    }

    [Test]
    public async Task Unreachable_server_is_named_in_the_error()
    {
        await using var connection = await Connection.OverStdioAsync(new() { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = "http://127.0.0.1:1" }, "--allow-calls");

        var error = await connection.ErrorAsync("call_OAuthConnections_Update", Rename);

        Assert.That(error, Does.StartWith("PUT /api/v1/oauth/connections/{oauthConnection_uuid} did not reach http://127.0.0.1:1/: "));
    }

    private static Dictionary<string, string?> Environment(RawServer server)
        => new() { ["PLANNR_ACCESS_TOKEN"] = Token, ["PLANNR_BASE_URL"] = server.BaseAddress.ToString() };
}

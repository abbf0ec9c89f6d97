using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests;

/// <summary>The sandbox answers as the contract says.</summary>
public sealed class ConnectionsTests
{
    private const string Connections = "/api/v1/oauth/connections/";

    [Test]
    public async Task Update_changes_the_label_and_nothing_else_but_updated_at()
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 7, 1, 11, 30, 15, 250, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });
        using var httpClient = CreateClient(sandbox);

        var connection = await new OAuthConnectionsClient(httpClient).UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Mine" });

        var expected = PlannrJson.Deserialize<OAuthConnection>((await Contract.GetAsync()).Payload("fundment"));
        expected.Uuid = sandbox.ExampleConnection;
        expected.Label = "Mine";
        expected.UpdatedAt = new DateTimeOffset(2026, 7, 1, 12, 30, 15, TimeSpan.FromHours(1));
        Assert.That(PlannrJson.Serialize(connection), Is.EqualTo(PlannrJson.Serialize(expected)));
    }

    [Test]
    public async Task Updated_at_has_the_offset_of_winter_in_winter()
    {
        var clock = new StoppedClock(new DateTimeOffset(2026, 12, 1, 11, 30, 15, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });

        var (_, body) = await PutAsync(sandbox, sandbox.ExampleConnection.ToString(), "{}");

        Assert.That(body, Does.Contain("\"updated_at\":\"2026-12-01T11:30:15+00:00\""));
    }

    [Test]
    public async Task The_list_holds_the_connections_as_they_are_now()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = CreateClient(sandbox);
        var client = new OAuthConnectionsClient(httpClient);
        await client.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Mine" });

        var response = await client.ListWithResponseAsync();

        Assert.That(response.Value.Data!.Select(c => (c.Uuid, c.Label)), Is.EqualTo(new[] { ((Guid?)sandbox.ExampleConnection, "Mine") }));
        var contract = await Contract.GetAsync();
        Assert.That(await contract.ProblemsAsync(Contract.Schema(nameof(OAuthConnectionList)), PlannrJson.Serialize(response.Value)), Is.Empty);
    }

    [Test]
    public async Task A_deleted_connection_is_gone()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = CreateClient(sandbox);
        var client = new OAuthConnectionsClient(httpClient);

        var response = await client.DeleteWithResponseAsync(sandbox.ExampleConnection);

        Assert.That(response.StatusCode, Is.EqualTo(204));
        Assert.That(response.RateLimitRemaining, Is.EqualTo(499));
        Assert.That((await client.ListAsync()).Data, Is.Empty);
        Assert.That(Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.DeleteAsync(sandbox.ExampleConnection))!.StatusCode, Is.EqualTo(404));
        Assert.That(Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest()))!.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task It_starts_with_the_documented_connection()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That(sandbox.ExampleConnection, Is.EqualTo(new Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed")));
    }

    [Test]
    public async Task A_label_is_remembered()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await PutAsync(sandbox, sandbox.ExampleConnection.ToString(), """{"label":"Mine"}""");

        var (_, body) = await PutAsync(sandbox, sandbox.ExampleConnection.ToString(), "{}");

        Assert.That(JObject.Parse(body)["label"]!.Value<string>(), Is.EqualTo("Mine"));
    }

    [TestCase("""{"label":"Mine"}""", HttpStatusCode.OK, "OAuthConnection")]
    [TestCase("{}", HttpStatusCode.OK, "OAuthConnection")]
    [TestCase("""{"label":5}""", HttpStatusCode.UnprocessableEntity, "ApiError")]
    [TestCase("""{"label":null}""", HttpStatusCode.UnprocessableEntity, "ApiError")]
    [TestCase("[]", HttpStatusCode.UnprocessableEntity, "ApiError")]
    [TestCase("{", HttpStatusCode.BadRequest, "ApiError")]
    [TestCase("", HttpStatusCode.BadRequest, "ApiError")]
    [TestCase("""{"label":"\ud83d"}""", HttpStatusCode.BadRequest, "ApiError")]
    public async Task Every_answer_has_its_status_and_fits_the_contract(string request, HttpStatusCode status, string schema)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var contract = await Contract.GetAsync();

        var (response, body) = await PutAsync(sandbox, sandbox.ExampleConnection.ToString(), request);

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(await contract.ProblemsAsync(Contract.Schema(schema), body), Is.Empty);
    }

    [Test]
    public async Task A_wrong_label_is_named()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var (_, body) = await PutAsync(sandbox, sandbox.ExampleConnection.ToString(), """{"label":5}""");

        Assert.That(body, Is.EqualTo("""{"message":"The label field must be a string.","errors":{"label":["The label field must be a string."]}}"""));
    }

    [TestCase("6ff8f7f6-1eb3-3525-be4a-3932c805afee")]
    [TestCase("not-a-uuid")]
    public async Task A_connection_that_is_not_there_is_404(string uuid)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var (response, body) = await PutAsync(sandbox, uuid, """{"label":"Mine"}""");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(body, Is.EqualTo("""{"message":"The OAuth2 connection was not found."}"""));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("another-token")]
    [TestCase("sandbox-token2")]
    public async Task Without_its_token_every_request_is_401(string? token)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };
        httpClient.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        var exception = Assert.ThrowsAsync<PlannrApiException<ApiError>>(
            () => new OAuthConnectionsClient(httpClient).UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Mine" }));

        Assert.That(exception!.StatusCode, Is.EqualTo(401));
        Assert.That(exception.ResponseBody, Is.EqualTo("""{"message":"Unauthenticated."}"""));
    }

    [TestCase("GET", "/api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed", HttpStatusCode.MethodNotAllowed)]
    [TestCase("PUT", "/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task What_the_contract_does_not_have_is_refused_in_JSON(string method, string path, HttpStatusCode status)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = CreateClient(sandbox);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await httpClient.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(status));
        Assert.That(JObject.Parse(await response.Content.ReadAsStringAsync())["message"], Is.Not.Null);
    }

    [Test]
    public async Task The_rate_limit_counts_down_and_then_answers_429()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = CreateClient(sandbox);
        var client = new OAuthConnectionsClient(httpClient);
        Task<ApiResponse<OAuthConnection>> UpdateAsync() => client.UpdateWithResponseAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest());

        Assert.That((await UpdateAsync()).RateLimitRemaining, Is.EqualTo(499));
        Assert.That((await UpdateAsync()).RateLimitRemaining, Is.EqualTo(498));
        await Task.WhenAll(Enumerable.Range(0, 498).Select(_ => UpdateAsync()));

        var exception = Assert.ThrowsAsync<PlannrApiException>(UpdateAsync);
        Assert.That(exception!.StatusCode, Is.EqualTo(429));
        Assert.That(exception.Headers["X-Ratelimit-Remaining"].Single(), Is.EqualTo("0"));
    }

    private static HttpClient CreateClient(PlannrSandbox sandbox) => new()
    {
        BaseAddress = sandbox.BaseAddress,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", sandbox.Token) },
    };

    private static async Task<(HttpResponseMessage Response, string Body)> PutAsync(PlannrSandbox sandbox, string uuid, string body)
    {
        using var httpClient = CreateClient(sandbox);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await httpClient.PutAsync(Connections + uuid, content);
        return (response, await response.Content.ReadAsStringAsync());
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

using System.Text;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Tests;

/// <summary>Tests the status and the body of the responses to valid and invalid requests.</summary>
public sealed class RequestTests
{
    [TestCase("""{"label":"Mine"}""", 200, "OAuthConnection")]
    [TestCase("{}", 200, "OAuthConnection")]
    [TestCase("""{"label":"one","label":"two","unknown":[1]}""", 200, "OAuthConnection")]
    [TestCase("\uFEFF{}", 200, "OAuthConnection")]
    [TestCase("""{"label":5}""", 422, "ApiError")]
    [TestCase("""{"label":null}""", 422, "ApiError")]
    [TestCase("[]", 422, "ApiError")]
    [TestCase("null", 422, "ApiError")]
    [TestCase("{", 400, "ApiError")]
    [TestCase("", 400, "ApiError")]
    [TestCase("""{"label":"\ud83d"}""", 400, "ApiError")]
    [TestCase("""{"label":"Mine",}""", 400, "ApiError")]
    [TestCase("""{'label':'Mine'}""", 400, "ApiError")]
    [TestCase("""{"label":"Mine"} {}""", 400, "ApiError")]
    public async Task Response_has_the_expected_status_and_matches_the_contract(string request, int status, string schema)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var contract = await Contract.GetAsync();

        var reply = await sandbox.PutAsync(request);

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(reply.Headers["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(await contract.ProblemsAsync(Contract.Schema(schema), reply.Body), Is.Empty);
    }

    [Test]
    public async Task Refused_request_returns_what_is_wrong_and_what_is_valid()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var refusals = new (string What, Func<Task<SandboxCalls.Reply>> Send)[]
        {
            ("wrong type", () => sandbox.PutAsync("""{"label":5}""")),
            ("null", () => sandbox.PutAsync("""{"label":null}""")),
            ("not an object", () => sandbox.PutAsync("[]")),
            ("malformed JSON", () => sandbox.PutAsync("{\"label\":\n ]")),
            ("unpaired surrogate", () => sandbox.PutAsync("""{"label":"\ud83d"}""")),
            ("empty body", () => sandbox.PutAsync("")),
            ("body over the limit", () => sandbox.PutAsync($$"""{"label":"{{new string('x', 8 * 1024 * 1024)}}"}""")),
            ("form", () => sandbox.PutAsync("label=Mine", ("Content-Type", "application/x-www-form-urlencoded"))),
            ("missing Content-Type", () => sandbox.PutAsync("{}", ("Content-Type", ""))),
            ("another charset", () => sandbox.PutAsync("{}", ("Content-Type", "application/json; charset=utf-16"))),
            ("compressed body", () => sandbox.PutAsync("{}", ("Content-Encoding", "gzip"))),
            ("Accept: text/html", () => sandbox.ListAsync(("Accept", "text/html"))),
            ("Accept: json;q=0", () => sandbox.ListAsync(("Accept", "application/json;q=0, */*"))),
            ("malformed account", () => sandbox.ListAsync(("X-PLANNR-ACCOUNT-UUID", "mine"))),
            ("unknown account", () => sandbox.ListAsync(("X-PLANNR-ACCOUNT-UUID", "8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c"))),
            ("unknown connection", () => sandbox.SendAsync("PUT", SandboxCalls.Connections + "/8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c", "{}")),
            ("malformed UUID", () => sandbox.SendAsync("PUT", SandboxCalls.Connections + "/not-a-uuid", "{}")),
            ("unknown path", () => sandbox.SendAsync("GET", "/api/v1/nothing")),
            ("unknown path outside the API", () => sandbox.SendAsync("GET", "/nothing")),
            ("another method", () => sandbox.SendAsync("PATCH", sandbox.ExamplePath(), "{}")),
            ("another method of the list", () => sandbox.SendAsync("POST", SandboxCalls.Connections, "{}")),
            ("missing token", () => sandbox.ListAsync(("Authorization", "Basic abc"))),
            ("unknown fault", () => sandbox.ListAsync(("X-Plannr-Sandbox-Fault", "late=2"))),
        };

        var text = new StringBuilder();
        foreach (var (what, send) in refusals)
        {
            var reply = await send();
            Assert.That(JObject.Parse(reply.Body).Value<string>("message"), Is.Not.Empty, what);
            text.Append(what).Append(":\n  ").Append(reply).Append("\n\n");
        }

        await Snapshot.Verify(text.ToString(), "txt");
    }

    [TestCase("application/json")]
    [TestCase("*/*")]
    [TestCase("text/html, application/*;q=0.1")]
    [TestCase("")]
    public async Task Accept_header_that_includes_JSON_returns_200(string accept)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That((await sandbox.ListAsync(("Accept", accept))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Authorization_scheme_is_not_case_sensitive()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That((await sandbox.ListAsync(("Authorization", $"bearer {sandbox.Token}"))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Unknown_path_outside_the_API_returns_404_without_a_token()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var response = await httpClient.GetAsync(new Uri("nothing", UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
        Assert.That(response.Headers.Contains("X-Ratelimit-Remaining"), Is.False);
    }
}

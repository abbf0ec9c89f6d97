using System.Text;
using Newtonsoft.Json.Linq;

namespace Plannr.Sandbox.Tests;

/// <summary>What the sandbox makes of each request: every answer is JSON, and has the status that is due.</summary>
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
    public async Task Every_answer_has_its_status_and_fits_the_contract(string request, int status, string schema)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var contract = await Contract.GetAsync();

        var reply = await sandbox.PutAsync(request);

        Assert.That(reply.Status, Is.EqualTo(status));
        Assert.That(reply.Headers["Content-Type"], Is.EqualTo("application/json"));
        Assert.That(await contract.ProblemsAsync(Contract.Schema(schema), reply.Body), Is.Empty);
    }

    [Test]
    public async Task Each_refusal_says_what_is_wrong_and_what_would_be_right()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var refusals = new (string What, Func<Task<SandboxCalls.Reply>> Send)[]
        {
            ("another type", () => sandbox.PutAsync("""{"label":5}""")),
            ("null", () => sandbox.PutAsync("""{"label":null}""")),
            ("no object", () => sandbox.PutAsync("[]")),
            ("malformed JSON", () => sandbox.PutAsync("{\"label\":\n ]")),
            ("half a character", () => sandbox.PutAsync("""{"label":"\ud83d"}""")),
            ("no body", () => sandbox.PutAsync("")),
            ("too large a body", () => sandbox.PutAsync($$"""{"label":"{{new string('x', 8 * 1024 * 1024)}}"}""")),
            ("a form", () => sandbox.PutAsync("label=Mine", ("Content-Type", "application/x-www-form-urlencoded"))),
            ("no Content-Type", () => sandbox.PutAsync("{}", ("Content-Type", ""))),
            ("another charset", () => sandbox.PutAsync("{}", ("Content-Type", "application/json; charset=utf-16"))),
            ("a compressed body", () => sandbox.PutAsync("{}", ("Content-Encoding", "gzip"))),
            ("Accept: text/html", () => sandbox.ListAsync(("Accept", "text/html"))),
            ("Accept: json;q=0", () => sandbox.ListAsync(("Accept", "application/json;q=0, */*"))),
            ("a malformed account", () => sandbox.ListAsync(("X-PLANNR-ACCOUNT-UUID", "mine"))),
            ("an unknown account", () => sandbox.ListAsync(("X-PLANNR-ACCOUNT-UUID", "8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c"))),
            ("an unknown connection", () => sandbox.SendAsync("PUT", SandboxCalls.Connections + "/8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c", "{}")),
            ("a malformed UUID", () => sandbox.SendAsync("PUT", SandboxCalls.Connections + "/not-a-uuid", "{}")),
            ("an unknown path", () => sandbox.SendAsync("GET", "/api/v1/nothing")),
            ("an unknown path outside the API", () => sandbox.SendAsync("GET", "/nothing")),
            ("another method", () => sandbox.SendAsync("PATCH", sandbox.ExamplePath(), "{}")),
            ("another method of the list", () => sandbox.SendAsync("POST", SandboxCalls.Connections, "{}")),
            ("no token", () => sandbox.ListAsync(("Authorization", "Basic abc"))),
            ("an unknown fault", () => sandbox.ListAsync(("X-Plannr-Sandbox-Fault", "late=2"))),
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
    public async Task Json_is_sent_to_whoever_takes_it(string accept)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That((await sandbox.ListAsync(("Accept", accept))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_token_counts_whatever_the_case_of_its_scheme()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That((await sandbox.ListAsync(("Authorization", $"bearer {sandbox.Token}"))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Where_the_path_is_not_the_API_s_no_token_is_asked_for()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var response = await httpClient.GetAsync(new Uri("nothing", UriKind.Relative));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
        Assert.That(response.Headers.Contains("X-Ratelimit-Remaining"), Is.False);
    }
}

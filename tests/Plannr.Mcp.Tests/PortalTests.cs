using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plannr.Sandbox;

namespace Plannr.Mcp.Tests;

/// <summary>Tests the portal over HTTP. tests/Plannr.Portal.Tests tests it in a browser.</summary>
public sealed partial class PortalTests
{
    [Test]
    public async Task Contract_is_served_unchanged()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        Assert.That(await httpClient.GetStringAsync("/openapi/plannr.yaml"), Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"))));
        using var json = JsonDocument.Parse(await httpClient.GetStringAsync("/openapi/plannr.json"));
        Assert.That(json.RootElement.GetProperty("servers")[0].GetProperty("url").GetString(), Is.EqualTo("https://api.plannrcrm.com"));
    }

    [Test]
    public async Task Explorer_has_only_the_sandbox_as_its_server()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };
        var here = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);

        using var document = JsonDocument.Parse(await httpClient.GetStringAsync("/openapi/explorer.json"));
        var page = await httpClient.GetStringAsync("/");

        Assert.That(document.RootElement.GetProperty("servers").EnumerateArray().Select(s => s.GetProperty("url").GetString()), Is.EqualTo(new[] { here }));
        Assert.That(page, Does.Contain($"\"servers\":[{{\"url\":\"{here}\"").And.Contain("\"token\":\"sandbox-token\"").And.Not.Contain("api.plannrcrm.com"));
    }

    [Test]
    public async Task Explorer_documents_the_errors_that_the_sandbox_returns()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", sandbox.Token) } };
        using var document = JsonDocument.Parse(await httpClient.GetStringAsync("/openapi/explorer.json"));

        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var statuses = operation.Value.GetProperty("responses").EnumerateObject().Select(r => r.Name).ToList();
                var sent = await ErrorsAsync(httpClient, operation.Name, path.Name);

                Assert.That(statuses.Where(s => s is "403" or "404" or "422"), Is.EqualTo(sent), $"{operation.Name} {path.Name}");
                Assert.That(statuses[^1], Is.EqualTo("default"));
            }
        }
    }

    [TestCase("/")]
    [TestCase("/add-mcp-server")]
    public async Task Page_can_load_only_from_the_sandbox_and_has_a_new_nonce_for_each_request(string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var first = await httpClient.GetAsync(path);
        using var second = await httpClient.GetAsync(path);

        var (policy, nonce) = Policy(first);
        Assert.That(policy, Is.EqualTo(
            "default-src 'self'; script-src 'self' 'nonce-N'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
        Assert.That(await first.Content.ReadAsStringAsync(), Does.Contain($"nonce=\"{nonce}\""));
        Assert.That(Policy(second).Nonce, Is.Not.EqualTo(nonce));
    }

    [TestCase("/nothing")]
    [TestCase("/v1")]
    [TestCase("/openapi/nothing.json")]
    public async Task Unknown_path_returns_404(string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var response = await httpClient.GetAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Not Found"}"""));
    }

    /// <summary>Sends requests with an unknown account, an invalid account, an unknown resource and invalid values.</summary>
    /// <returns>The error statuses, in order.</returns>
    private static async Task<List<string>> ErrorsAsync(HttpClient httpClient, string method, string path)
    {
        const string Unknown = "11111111-1111-4111-8111-111111111111";
        var here = Parameter().Replace(path, "6ff8f7f6-1eb3-3525-be4a-3932c805afed");
        var statuses = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (target, account, body) in new[]
        {
            (here, Unknown, "{}"),
            (here, "nonsense", "{}"),
            (Parameter().Replace(path, Unknown), null, """{"label":"x","url":"http://127.0.0.1/","events":["plan.created"]}"""),
            (here + "?sort=zebra", null, """{"label":1,"events":1}"""),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), target) { Content = method is "get" or "delete" ? null : new StringContent(body, Encoding.UTF8, "application/json") };
            if (account is not null)
            {
                request.Headers.Add("X-PLANNR-ACCOUNT-UUID", account);
            }

            using var response = await httpClient.SendAsync(request);
            if (!response.IsSuccessStatusCode)
            {
                statuses.Add($"{(int)response.StatusCode}");
            }
        }

        return [.. statuses];
    }

    private static (string Policy, string Nonce) Policy(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;
        return (policy.Replace(nonce, "N", StringComparison.Ordinal), nonce);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("'nonce-([^']{16,})'")]
    private static partial Regex Nonce();
}

using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Plannr.Sandbox;

namespace Plannr.Mcp.Tests;

/// <summary>The portal as it is served; tests/Plannr.Portal.Tests looks at it in a browser.</summary>
public sealed partial class PortalTests
{
    [Test]
    public async Task The_contract_is_served_as_it_is_written()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        Assert.That(await httpClient.GetStringAsync("/openapi/plannr.yaml"), Is.EqualTo(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "plannr.yaml"))));
        using var json = JsonDocument.Parse(await httpClient.GetStringAsync("/openapi/plannr.json"));
        Assert.That(json.RootElement.GetProperty("servers")[0].GetProperty("url").GetString(), Is.EqualTo("https://api.plannrcrm.com"));
    }

    [Test]
    public async Task The_Explorer_knows_no_server_but_this_one()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };
        var here = sandbox.BaseAddress.GetLeftPart(UriPartial.Authority);

        using var document = JsonDocument.Parse(await httpClient.GetStringAsync("/openapi/explorer.json"));
        var page = await httpClient.GetStringAsync("/");

        Assert.That(document.RootElement.GetProperty("servers").EnumerateArray().Select(s => s.GetProperty("url").GetString()), Is.EqualTo(new[] { here }));
        Assert.That(page, Does.Contain($"\"servers\":[{{\"url\":\"{here}\"").And.Contain("\"token\":\"sandbox-token\"").And.Not.Contain("api.plannrcrm.com"));
    }

    [TestCase("/")]
    [TestCase("/add-mcp-server")]
    public async Task A_page_may_load_from_here_only_and_its_nonce_is_used_once(string path)
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
    public async Task Any_other_path_is_not_found(string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };

        using var response = await httpClient.GetAsync(path);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"message":"Not Found"}"""));
    }

    [Test]
    public async Task A_name_that_a_request_makes_up_is_shown_as_text()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/add-mcp-server");
        request.Headers.TryAddWithoutValidation("Host", "a<b>.test");

        using var response = await httpClient.SendAsync(request);

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Not.Contain("a<b>"));
    }

    private static (string Policy, string Nonce) Policy(HttpResponseMessage response)
    {
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        var nonce = Nonce().Match(policy).Groups[1].Value;
        return (policy.Replace(nonce, "N", StringComparison.Ordinal), nonce);
    }

    [GeneratedRegex("'nonce-([^']{16,})'")]
    private static partial Regex Nonce();
}

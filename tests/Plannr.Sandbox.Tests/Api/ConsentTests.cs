using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Api;

/// <summary>Tests the simulated consent page of a provider.</summary>
public sealed partial class ConsentTests
{
    private static readonly PlannrSandboxOptions Simulated = new() { SimulateAuthorization = true };

    [Test]
    public async Task Allow_on_the_page_of_authorization_url_creates_a_connection_of_the_provider()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(Simulated);
        var url = (string)(await ConnectionsAsync(sandbox))[0]["provider"]!["authorization_url"]!;

        var result = await DecideAsync(url, "allow");

        var connections = await ConnectionsAsync(sandbox);
        Assert.That(url, Is.EqualTo($"{sandbox.BaseAddress}oauth/fundment/authorize"));
        Assert.That(result, Does.Contain("<h1>Connected</h1>").And.Contain((string)connections[1]["uuid"]!));
        Assert.That((string?)connections[1]["provider"]!["name"], Is.EqualTo("fundment"));
        Assert.That(connections[1]["label"], Is.Null);
    }

    [Test]
    public async Task Allow_on_the_page_of_refresh_authorization_url_sets_new_expiry_dates()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 6, 1, 12, 0, 0, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SimulateAuthorization = true, TimeProvider = clock });
        var before = (await ConnectionsAsync(sandbox))[0];

        var result = await DecideAsync((string)before["refresh_authorization_url"]!, "allow");

        var after = (await ConnectionsAsync(sandbox)).Single();
        Assert.That(result, Does.Contain("<h1>Refreshed</h1>"));
        Assert.That((string?)after["access_token_expires_at"], Is.EqualTo("2027-06-01T16:00:00.000000Z"));
        Assert.That((string?)after["refresh_token_expires_at"], Is.EqualTo("2028-06-01T12:00:00.000000Z"));
        Assert.That((string?)after["updated_at"], Is.EqualTo("2027-06-01T13:00:00+01:00"));
        Assert.That((after["uuid"], after["label"], after["created_at"]), Is.EqualTo((before["uuid"], before["label"], before["created_at"])));
    }

    [Test]
    public async Task Deny_changes_nothing()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(Simulated);
        var before = (await sandbox.ListAsync()).Body;
        var connection = JObject.Parse(before)["data"]![0]!;

        var connect = await DecideAsync((string)connection["provider"]!["authorization_url"]!, "deny");
        var refresh = await DecideAsync((string)connection["refresh_authorization_url"]!, "deny");

        Assert.That(new[] { connect, refresh }, Has.All.Contains("Nothing has changed."));
        Assert.That((await sandbox.ListAsync()).Body, Is.EqualTo(before));
    }

    [Test]
    public async Task Get_shows_the_page_and_changes_nothing()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(Simulated);
        var before = (await sandbox.ListAsync()).Body;
        using var httpClient = new HttpClient();

        using var response = await httpClient.GetAsync(new Uri(sandbox.BaseAddress, $"oauth/fundment/authorize/{sandbox.ExampleConnection}?decision=allow"));

        Assert.That(response.Headers.GetValues("X-Plannr-Sandbox"), Is.EqualTo(new[] { "simulation" }));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(
            Nonce().Replace(response.Headers.GetValues("Content-Security-Policy").Single(), "N"),
            Is.EqualTo("default-src 'none'; style-src 'nonce-N'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("Simulation").And.Contain("Allow").And.Contain("Deny"));
        Assert.That((await sandbox.ListAsync()).Body, Is.EqualTo(before));
    }

    [Test]
    public async Task Used_state_is_refused_and_changes_nothing()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var url = new Uri(sandbox.BaseAddress, "oauth/fundment/authorize");
        var state = await StateAsync(url);

        Assert.That(await PostAsync(url, state, "allow"), Does.StartWith("200 "));
        Assert.That(await PostAsync(url, state, "allow"), Does.StartWith("409 ").And.Contain("This page was already used."));
        Assert.That(await ConnectionsAsync(sandbox), Has.Count.EqualTo(2));
    }

    [TestCase("fundment", "made-up", "This page is not one that the sandbox has shown")]
    [TestCase("fundment", "", "This page is not one that the sandbox has shown")]
    [TestCase("transact", null, "The form belongs to another provider, account or connection.")]
    public async Task Unknown_state_or_state_of_another_page_is_refused(string provider, string? state, string message)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        state ??= await StateAsync(new Uri(sandbox.BaseAddress, "oauth/fundment/authorize"));

        var response = await PostAsync(new Uri(sandbox.BaseAddress, $"oauth/{provider}/authorize"), state, "allow");

        Assert.That(response, Does.StartWith("400 ").And.Contain(message));
        Assert.That(await ConnectionsAsync(sandbox), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task State_of_another_connection_is_refused()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var other = await sandbox.ConnectAsync("fundment");
        var state = await StateAsync(new Uri(sandbox.BaseAddress, $"oauth/fundment/authorize/{sandbox.ExampleConnection}"));

        Assert.That(await PostAsync(other.RefreshAuthorizationUrl!, state, "allow"), Does.StartWith("400 ").And.Contain("another provider, account or connection"));
    }

    [Test]
    public async Task Form_from_a_page_of_another_site_is_refused()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var url = new Uri(sandbox.BaseAddress, "oauth/fundment/authorize");
        using var httpClient = new HttpClient { DefaultRequestHeaders = { { "Origin", "https://evil.test" } } };
        using var form = new FormUrlEncodedContent([new("state", await StateAsync(url)), new("decision", "allow")]);

        using var response = await httpClient.PostAsync(url, form);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await ConnectionsAsync(sandbox), Has.Count.EqualTo(1));
    }

    [TestCase("oauth/Fund%3Cb%3Ement/authorize", "is not the name of a provider")]
    [TestCase("oauth/fundment/authorize/%3Cscript%3E", "There is no connection &lt;script&gt; in the sandbox.")]
    [TestCase("oauth/fundment/authorize/11111111-1111-4111-8111-111111111111", "There is no connection 11111111")]
    [TestCase("oauth/fundment/authorize?account=%3Cb%3E", "There is no account &lt;b&gt; in the sandbox.")]
    public async Task Unknown_URL_shows_an_error_page_with_escaped_text(string path, string message)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient();

        using var response = await httpClient.GetAsync(new Uri(sandbox.BaseAddress, path));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain(message).And.Not.Contain("<script>").And.Not.Contain("<b>"));
    }

    [Test]
    public async Task Label_on_the_page_is_escaped()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var connection = await sandbox.ConnectAsync("fundment", "<img src=x>");
        using var httpClient = new HttpClient();

        Assert.That(await httpClient.GetStringAsync(connection.RefreshAuthorizationUrl), Does.Contain("&lt;img src=x&gt;").And.Not.Contain("<img"));
    }

    [Test]
    public async Task Seeded_connections_keep_the_vendor_s_URLs_unless_authorization_is_simulated()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await using var simulated = await PlannrSandbox.StartAsync(Simulated);

        var reply = await sandbox.ListAsync();
        Assert.That(reply.Body, Does.Contain("\"authorization_url\":\"https://api.plannrcrm.com/oauth/fundment/authorize\""));
        Assert.That(reply.Headers.Keys, Has.None.EqualTo("X-Plannr-Sandbox"));

        reply = await simulated.ListAsync();
        Assert.That(reply.Body, Does.Not.Contain("api.plannrcrm.com/oauth"));
        Assert.That(reply.Headers["X-Plannr-Sandbox"], Is.EqualTo("simulation"));
        Assert.That((await simulated.PutAsync("{}")).Body, Does.Contain($"{simulated.BaseAddress}oauth/fundment/authorize/{simulated.ExampleConnection}"));
    }

    [Test]
    public async Task URLs_contain_the_account_and_work_after_a_restart_on_another_port()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var account = Guid.NewGuid();
        var options = new PlannrSandboxOptions { DataFile = file.Path, Accounts = [new SandboxAccount(Guid.NewGuid(), []), new SandboxAccount(account, [])] };
        await using (var first = await PlannrSandbox.StartAsync(options))
        {
            await first.ConnectAsync("transact", "Ours", account);
        }

        await using var second = await PlannrSandbox.StartAsync(options);
        var connection = (await ConnectionsAsync(second, account)).Single();

        var url = (string)connection["refresh_authorization_url"]!;
        Assert.That(url, Is.EqualTo($"{second.BaseAddress}oauth/transact/authorize/{connection["uuid"]}?account={account}"));
        Assert.That(await DecideAsync(url, "allow"), Does.Contain("Refreshed"));
        Assert.That(await DecideAsync((string)connection["provider"]!["authorization_url"]!, "allow"), Does.Contain("Connected"));
        Assert.That((await ConnectionsAsync(second, account)).Select(c => (string?)c["label"]), Is.EqualTo(new[] { "Ours", null }));
    }

    [Test]
    public async Task ConnectAsync_and_RefreshAsync_create_and_refresh_a_connection_without_the_page()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });

        var connection = await sandbox.ConnectAsync("seven-im", "Ours");
        clock.Advance(TimeSpan.FromDays(10));
        var refreshed = await sandbox.RefreshAsync(connection.Uuid!.Value);

        Assert.That((connection.Provider!.Label, connection.Label), Is.EqualTo(("Seven Im", "Ours")));
        Assert.That(connection.RefreshTokenExpiresAt, Is.EqualTo(new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.That(refreshed.RefreshTokenExpiresAt, Is.EqualTo(new DateTimeOffset(2028, 1, 11, 0, 0, 0, TimeSpan.Zero)));
        var listed = PlannrJson.Deserialize<OAuthConnection>((await ConnectionsAsync(sandbox))[1].ToString())!;
        Assert.That(PlannrJson.Serialize(refreshed), Is.EqualTo(PlannrJson.Serialize(listed)));
    }

    [Test]
    public async Task ConnectAsync_and_RefreshAsync_with_an_invalid_argument_throw()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var unknown = new Guid("11111111-1111-4111-8111-111111111111");

        Assert.That(Message(() => sandbox.ConnectAsync("Fund ment")), Does.StartWith("'Fund ment' is not the name of a provider."));
        Assert.That(Message(() => sandbox.ConnectAsync("fundment", account: unknown)), Does.StartWith($"There is no account {unknown}"));
        Assert.That(Message(() => sandbox.RefreshAsync(unknown)), Does.StartWith($"There is no connection {unknown}"));

        static string Message(Func<Task> call) => Assert.CatchAsync<ArgumentException>(() => call())!.Message;
    }

    private static async Task<IReadOnlyList<JToken>> ConnectionsAsync(PlannrSandbox sandbox, Guid? account = null)
        => [.. ((JObject)Validation.PlainJson.Read((await sandbox.ListAsync(account is { } uuid ? [("X-PLANNR-ACCOUNT-UUID", $"{uuid}")] : [])).Body))["data"]!];

    private static async Task<string> DecideAsync(string url, string decision) => await PostAsync(new Uri(url), await StateAsync(new Uri(url)), decision);

    private static async Task<string> StateAsync(Uri url)
    {
        using var httpClient = new HttpClient();
        return State().Match(await httpClient.GetStringAsync(url)).Groups[1].Value;
    }

    private static async Task<string> PostAsync(Uri url, string state, string decision)
    {
        // Browsers send the header Origin with a form.
        using var httpClient = new HttpClient { DefaultRequestHeaders = { { "Origin", url.GetLeftPart(UriPartial.Authority) } } };
        using var form = new FormUrlEncodedContent([new("state", state), new("decision", decision)]);
        using var response = await httpClient.PostAsync(url, form);
        return $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}";
    }

    [GeneratedRegex("name=\"state\" value=\"([^\"]{40,})\"")]
    private static partial Regex State();

    [GeneratedRegex("(?<='nonce-)[^']{16,}")]
    private static partial Regex Nonce();
}

using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Api;

/// <summary>Tests a sandbox with several accounts, and the errors of an invalid seed.</summary>
public sealed class AccountTests
{
    private const string Header = "X-PLANNR-ACCOUNT-UUID";
    private const string First = "11111111-1111-4111-8111-111111111111";
    private const string Second = "22222222-2222-4222-8222-222222222222";
    private const string Connection = "33333333-3333-4333-8333-333333333333";

    private const string TwoAccounts = $$"""
        {"accounts": [
          {"uuid": "{{First}}", "connections": [{"uuid": "{{Connection}}", "label": "first", "access_token_expires_at": null, "colour": 1.50}]},
          {"uuid": "{{Second}}", "connections": [{"label": "second", "uuid": "{{Connection}}"}]}
        ]}
        """;

    [Test]
    public async Task Each_account_has_its_own_connections()
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", TwoAccounts);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });
        await sandbox.PutAsync("""{"label":"changed"}""", (Header, Second));

        Assert.That(await LabelsAsync(sandbox, First), Is.EqualTo(new[] { "first" }));
        Assert.That(await LabelsAsync(sandbox, Second), Is.EqualTo(new[] { "changed" }));

        await sandbox.SendAsync("DELETE", sandbox.ExamplePath(), body: null, (Header, First));
        Assert.That(await LabelsAsync(sandbox, First), Is.Empty);
        Assert.That(await LabelsAsync(sandbox, Second), Is.EqualTo(new[] { "changed" }));
    }

    [Test]
    public async Task Request_without_the_account_header_uses_the_first_account()
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", TwoAccounts);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        Assert.That(sandbox.DefaultAccount, Is.EqualTo(new Guid(First)));
        Assert.That(sandbox.ExampleConnection, Is.EqualTo(new Guid(Connection)));
        Assert.That((await sandbox.ListAsync()).Body, Does.Contain("first").And.Not.Contain("second"));
    }

    [Test]
    public async Task List_returns_a_seeded_connection_as_it_was_written()
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", TwoAccounts);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        Assert.That(
            (await sandbox.ListAsync()).Body,
            Is.EqualTo($$"""{"data":[{"uuid":"{{Connection}}","label":"first","access_token_expires_at":null,"colour":1.50}]}"""));
    }

    [Test]
    public async Task Accounts_option_sets_the_connections()
    {
        var options = new PlannrSandboxOptions
        {
            Accounts = [new SandboxAccount(new Guid(First), [new OAuthConnection { Uuid = new Guid(Connection), Label = "Mine" }])],
        };
        await using var sandbox = await PlannrSandbox.StartAsync(options);

        Assert.That(await LabelsAsync(sandbox, First), Is.EqualTo(new[] { "Mine" }));
    }

    [Test]
    public void Accounts_option_with_a_connection_without_a_UUID_throws_with_its_path()
    {
        var options = new PlannrSandboxOptions { Accounts = [new SandboxAccount(new Guid(First), [new OAuthConnection()])] };

        var exception = Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(options));

        Assert.That(exception!.Message, Does.StartWith("PlannrSandboxOptions.Accounts").And.Contain("accounts.0.connections.0.uuid is required."));
    }

    private static readonly Dictionary<string, string> InvalidSeeds = new()
    {
        ["malformed"] = "{\n  \"accounts\": [,]\n}",
        ["empty"] = "",
        ["array"] = "[]",
        ["missing accounts"] = "{}",
        ["empty accounts"] = """{"accounts": []}""",
        ["misspelled property"] = $$"""{"accounts": [{"uuid": "{{First}}", "conections": []}]}""",
        ["connection without a UUID"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [{}]}]}""",
        ["malformed UUID"] = "{\"accounts\": [\n  {\"uuid\": \"mine\", \"connections\": []}\n]}",
        ["label that is not a string"] = "{\"accounts\": [{\"uuid\": \"" + First + "\", \"connections\": [\n  {\"uuid\": \"" + Connection + "\",\n   \"label\": 5}\n]}]}",
        ["timestamp without an offset"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [{"uuid": "{{Connection}}", "created_at": "2026-06-08T16:08:03"}]}]}""",
        ["duplicate account"] = "{\"accounts\": [{\"uuid\": \"" + First + "\", \"connections\": []},\n{\"uuid\": \"" + First + "\", \"connections\": []}]}",
        ["duplicate connection"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [{"uuid": "{{Connection}}"}, {"uuid": "{{Connection}}"}]}]}""",
        ["login for another account"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "login": {"account": {"uuid": "{{Second}}"} } }]}""",
        ["login that is not an object"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "login": []}]}""",
        ["subscription without a URL"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "events": []}]}]}""",
        ["subscription with an unknown event"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "url": "http://127.0.0.1/", "events": ["nothing"]}]}]}""",
        ["subscription with another scheme"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "url": "ftp://127.0.0.1/", "events": []}]}]}""",
        ["subscription in two accounts"] = "{\"accounts\": [" + string.Join(",\n", new[] { First, Second }.Select(account =>
            $$"""{"uuid": "{{account}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "url": "http://127.0.0.1/", "events": []}]}""")) + "]}",
    };

    private static IEnumerable<string> Problems => InvalidSeeds.Keys;

    [TestCaseSource(nameof(Problems))]
    public async Task Invalid_seed_throws_with_the_place(string problem)
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", InvalidSeeds[problem]);

        var exception = Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path }));

        await Snapshot.Verify(exception!.Message.ReplaceLineEndings("\n").Replace(seed.Path, "seed.json", StringComparison.Ordinal), "txt");
    }

    [Test]
    public void Missing_seed_file_throws_with_its_name()
    {
        var exception = Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = "no-such-seed.json" }));

        Assert.That(exception!.Message, Does.StartWith("no-such-seed.json: the seed cannot be read."));
    }

    private static async Task<IEnumerable<string?>> LabelsAsync(PlannrSandbox sandbox, string account)
        => JObject.Parse((await sandbox.ListAsync((Header, account))).Body)["data"]!.Select(c => c.Value<string>("label"));
}

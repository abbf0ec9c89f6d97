using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Api;

/// <summary>Several accounts, and the seed that describes them.</summary>
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
    public async Task Each_account_has_connections_of_its_own()
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
    public async Task Without_the_header_the_first_account_is_meant()
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", TwoAccounts);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        Assert.That(sandbox.DefaultAccount, Is.EqualTo(new Guid(First)));
        Assert.That(sandbox.ExampleConnection, Is.EqualTo(new Guid(Connection)));
        Assert.That((await sandbox.ListAsync()).Body, Does.Contain("first").And.Not.Contain("second"));
    }

    [Test]
    public async Task A_seeded_connection_is_sent_as_it_was_written()
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", TwoAccounts);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        Assert.That(
            (await sandbox.ListAsync()).Body,
            Is.EqualTo($$"""{"data":[{"uuid":"{{Connection}}","label":"first","access_token_expires_at":null,"colour":1.50}]}"""));
    }

    [Test]
    public async Task Accounts_can_be_given_in_the_process()
    {
        var options = new PlannrSandboxOptions
        {
            Accounts = [new SandboxAccount(new Guid(First), [new OAuthConnection { Uuid = new Guid(Connection), Label = "Mine" }])],
        };
        await using var sandbox = await PlannrSandbox.StartAsync(options);

        Assert.That(await LabelsAsync(sandbox, First), Is.EqualTo(new[] { "Mine" }));
    }

    [Test]
    public void A_connection_in_the_process_without_a_UUID_is_named()
    {
        var options = new PlannrSandboxOptions { Accounts = [new SandboxAccount(new Guid(First), [new OAuthConnection()])] };

        var exception = Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(options));

        Assert.That(exception!.Message, Does.StartWith("PlannrSandboxOptions.Accounts").And.Contain("accounts.0.connections.0.uuid is required."));
    }

    private static readonly Dictionary<string, string> Mistakes = new()
    {
        ["malformed"] = "{\n  \"accounts\": [,]\n}",
        ["empty"] = "",
        ["a list"] = "[]",
        ["no accounts"] = "{}",
        ["an empty list of accounts"] = """{"accounts": []}""",
        ["a misspelled attribute"] = $$"""{"accounts": [{"uuid": "{{First}}", "conections": []}]}""",
        ["a connection without a UUID"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [{}]}]}""",
        ["a malformed UUID"] = "{\"accounts\": [\n  {\"uuid\": \"mine\", \"connections\": []}\n]}",
        ["a label that is no text"] = "{\"accounts\": [{\"uuid\": \"" + First + "\", \"connections\": [\n  {\"uuid\": \"" + Connection + "\",\n   \"label\": 5}\n]}]}",
        ["a timestamp without an offset"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [{"uuid": "{{Connection}}", "created_at": "2026-06-08T16:08:03"}]}]}""",
        ["an account twice"] = "{\"accounts\": [{\"uuid\": \"" + First + "\", \"connections\": []},\n{\"uuid\": \"" + First + "\", \"connections\": []}]}",
        ["a connection twice"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [{"uuid": "{{Connection}}"}, {"uuid": "{{Connection}}"}]}]}""",
        ["a login for another account"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "login": {"account": {"uuid": "{{Second}}"} } }]}""",
        ["a login that is no object"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "login": []}]}""",
        ["a subscription without a URL"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "events": []}]}]}""",
        ["a subscription with an unknown event"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "url": "http://127.0.0.1/", "events": ["nothing"]}]}]}""",
        ["a subscription to another scheme"] = $$"""{"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "url": "ftp://127.0.0.1/", "events": []}]}]}""",
        ["a subscription of two accounts"] = "{\"accounts\": [" + string.Join(",\n", new[] { First, Second }.Select(account =>
            $$"""{"uuid": "{{account}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{Connection}}", "url": "http://127.0.0.1/", "events": []}]}""")) + "]}",
    };

    private static IEnumerable<string> NamesOfMistakes => Mistakes.Keys;

    [TestCaseSource(nameof(NamesOfMistakes))]
    public async Task A_mistake_in_a_seed_is_said_with_its_place(string mistake)
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", Mistakes[mistake]);

        var exception = Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path }));

        await Snapshot.Verify(exception!.Message.ReplaceLineEndings("\n").Replace(seed.Path, "seed.json", StringComparison.Ordinal), "txt");
    }

    [Test]
    public void A_seed_that_is_not_there_is_named()
    {
        var exception = Assert.ThrowsAsync<InvalidDataException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = "no-such-seed.json" }));

        Assert.That(exception!.Message, Does.StartWith("no-such-seed.json: the seed cannot be read."));
    }

    private static async Task<IEnumerable<string?>> LabelsAsync(PlannrSandbox sandbox, string account)
        => JObject.Parse((await sandbox.ListAsync((Header, account))).Body)["data"]!.Select(c => c.Value<string>("label"));
}

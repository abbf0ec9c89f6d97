using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Api;

/// <summary>Tests the user, and the logins of accounts.</summary>
public sealed class IdentityTests
{
    private const string First = "11111111-1111-4111-8111-111111111111";
    private const string Second = "22222222-2222-4222-8222-222222222222";

    private const string TwoAccounts = $$$"""
        {"accounts": [
          {"uuid": "{{{First}}}", "connections": []},
          {"uuid": "{{{Second}}}", "connections": [], "login": {"expires_at": null, "has_write_permission": false, "favorite": 1.50, "account": {"name": "Ada", "type": "client"}, "firm": {"name": "Ada's"} } }
        ]}
        """;

    [Test]
    public async Task Me_returns_the_user_in_the_example_of_the_contract()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();

        var response = await new MeClient(httpClient).GetWithResponseAsync();

        Assert.That(response.Headers.Keys, Has.No.Member("X-Plannr-Sandbox"));
        Assert.That(PlannrJson.Serialize(response.Value), Is.EqualTo(PlannrJson.Serialize(PlannrJson.Deserialize<User>((await Contract.GetAsync()).Payload("user")))));
    }

    [Test]
    public async Task Login_without_a_seed_is_the_example_of_the_contract_and_does_not_expire()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();

        var response = await new LoginsClient(httpClient).ListWithResponseAsync();

        Assert.That(response.Headers.Keys, Has.No.Member("X-Plannr-Sandbox"));
        var expected = PlannrJson.Deserialize<LoginList>((await Contract.GetAsync()).Payload("logins"))!;
        expected.Data!.Single().ExpiresAt = null;
        Assert.That(PlannrJson.Serialize(response.Value), Is.EqualTo(PlannrJson.Serialize(expected)), "Without a seed, the login must be the example, without an expiry.");
        Assert.That(response.Value.Data!.Single().Account!.Uuid, Is.EqualTo(sandbox.DefaultAccount));
    }

    [Test]
    public async Task Each_account_of_a_seed_has_a_login_with_the_properties_of_the_seed_or_defaults()
    {
        await using var seed = await TemporaryFile.CreateAsync("seed.json", TwoAccounts);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path });

        var logins = await LoginsAsync(sandbox);

        Assert.That(logins.Select(l => l["account"]!.Value<string>("uuid")), Is.EqualTo(new[] { First, Second }));
        Assert.That(logins.Select(l => l.Value<string>("uuid")).Distinct().Count(), Is.EqualTo(2), "Two logins have the same UUID.");
        Assert.That(logins[0].Value<string>("first_name"), Is.EqualTo("Robin"));
        Assert.That(logins[1]["expires_at"]!.Type, Is.EqualTo(JTokenType.Null));
        Assert.That(logins[1].Value<bool>("has_write_permission"), Is.False);
        Assert.That(logins[1].Value<bool>("primary"), Is.True, "A property that is missing in the seed must have its default.");
        Assert.That(logins[1].Value<decimal>("favorite"), Is.EqualTo(1.5m));
        Assert.That(logins[1]["account"]!.Value<string>("name"), Is.EqualTo("Ada"));
        Assert.That(logins[1]["account"]!.Value<string>("role"), Is.EqualTo("admin"));
        Assert.That(logins[1]["firm"]!.Value<string>("name"), Is.EqualTo("Ada's"));
        Assert.That(logins[1]["firm"]!.Value<string>("slug"), Is.EqualTo("example-advisers"));
    }

    [Test]
    public async Task Logins_without_a_name_get_different_names_that_are_the_same_in_each_sandbox()
    {
        var options = new PlannrSandboxOptions { Accounts = [new SandboxAccount(new Guid(First), []), new SandboxAccount(new Guid(Second), [])] };
        await using var sandbox = await PlannrSandbox.StartAsync(options);
        await using var other = await PlannrSandbox.StartAsync(options);

        var logins = await LoginsAsync(sandbox);

        Assert.That(logins.Select(l => l["account"]!.Value<string>("name")), Is.EqualTo(new[] { "Robin Example", "Robin Example 2" }));
        Assert.That(logins, Is.EqualTo(await LoginsAsync(other)).Using<JToken>(JToken.DeepEquals));
    }

    [Test]
    public async Task Accounts_option_sets_the_login()
    {
        var options = new PlannrSandboxOptions
        {
            Accounts = [new SandboxAccount(new Guid(First), []) { Login = new Login { ExpiresAt = null, Account = new Account { Name = "Ada" } } }],
        };
        await using var sandbox = await PlannrSandbox.StartAsync(options);
        using var httpClient = sandbox.CreateClient();

        var login = (await new LoginsClient(httpClient).ListAsync()).Data!.Single();

        Assert.That((login.ExpiresAt, login.Account!.Name, login.Account.Uuid), Is.EqualTo(((DateTimeOffset?)null, "Ada", (Guid?)new Guid(First))));
    }

    [Test]
    public async Task Blank_expiry_applies_to_logins()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.SendAsync("GET", "/api/v1/logins", body: null, ("X-Plannr-Sandbox-Fault", "blank-expiry=null"));

        Assert.That(reply.Body, Does.Contain("\"expires_at\":null"));
    }

    private static async Task<IReadOnlyList<JObject>> LoginsAsync(PlannrSandbox sandbox)
    {
        var reply = await sandbox.SendAsync("GET", "/api/v1/logins");
        Assert.That(reply.Status, Is.EqualTo(200), reply.Body);
        return [.. Plannr.Sandbox.Validation.PlainJson.Read(reply.Body)["data"]!.Cast<JObject>()];
    }
}

using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Control;

/// <summary>Tests how connections and accounts are added and edited while the sandbox runs, and faults that apply to some calls only.</summary>
public sealed class ControlTests
{
    private const string Connections = "/sandbox/connections";
    private const string Accounts = "/sandbox/accounts";

    private static readonly Guid Unknown = new("11111111-1111-4111-8111-111111111111");

    [Test]
    public async Task Connection_that_is_added_over_HTTP_gets_default_values_for_missing_properties()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero)) });

        var reply = await sandbox.SendAsync("POST", Connections, $$"""{"provider":"fundment","label":"Ours","uuid":"{{Unknown}}","access_token_expires_at":null}""");

        Assert.That(reply.Status, Is.EqualTo(201));
        Assert.That(reply.Body, Is.EqualTo($$"""
            {"account":"{{sandbox.DefaultAccount}}","uuid":"{{Unknown}}","created_at":"2027-01-01T00:00:00+00:00","updated_at":"2027-01-01T00:00:00+00:00",
            "provider":{"name":"fundment","label":"Fundment","logo_url":"https://api.plannrcrm.com/imgs/fundment-banner.png","authorization_url":"{{sandbox.BaseAddress}}oauth/fundment/authorize"},
            "access_token_expires_at":null,"refresh_token_expires_at":"2028-01-01T00:00:00.000000Z",
            "refresh_authorization_url":"{{sandbox.BaseAddress}}oauth/fundment/authorize/{{Unknown}}","label":"Ours"}
            """.ReplaceLineEndings("")));
        Assert.That(reply.Headers["X-Plannr-Sandbox"], Is.EqualTo("simulation"));
        Assert.That(JObject.Parse((await sandbox.ListAsync()).Body)["data"]!.Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Connection_is_edited_refreshed_listed_and_removed_over_HTTP()
    {
        var account = Guid.NewGuid();
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Accounts = [new SandboxAccount(Guid.NewGuid(), []), new SandboxAccount(account, [])] });
        var created = await sandbox.SendAsync("POST", Connections, $$"""{"provider":{"name":"transact","label":"Transact!"},"account":"{{account}}"}""");
        var path = $"{Connections}/{JObject.Parse(created.Body)["uuid"]}";

        var edited = JObject.Parse((await sandbox.SendAsync("PATCH", path, """{"refresh_token_expires_at":"2027-01-01T00:00:00Z","provider":{"name":"other"}}""")).Body);
        Assert.That((edited["provider"]!["name"], edited["provider"]!["label"]), Is.EqualTo(((JToken)"other", (JToken)"Other")));
        Assert.That(edited["refresh_authorization_url"]!.ToString(), Does.Contain("/oauth/other/authorize/").And.EndsWith($"?account={account}"));

        var refreshed = await sandbox.SendAsync("POST", path + "/refresh");
        Assert.That(refreshed.Body, Does.Not.Contain("2027-01-01T00:00:00"));

        Assert.That(JObject.Parse((await sandbox.SendAsync("GET", $"{Connections}?account={account}")).Body)["data"]!.Count(), Is.EqualTo(1));
        Assert.That(JObject.Parse((await sandbox.SendAsync("GET", $"{Connections}?account={sandbox.DefaultAccount}")).Body)["data"]!.Count(), Is.Zero);
        Assert.That((await sandbox.SendAsync("DELETE", path)).Status, Is.EqualTo(204));
        Assert.That((await sandbox.SendAsync("GET", Connections)).Body, Is.EqualTo("""{"data":[]}"""));
    }

    [TestCase("POST", "", """{"providr":"x"}""", 422, "The providr field is unknown. Did you mean 'provider'? The fields are account, uuid,")]
    [TestCase("POST", "", """{"provider":{"nam":"x"}}""", 422, "The provider.nam field is unknown. Did you mean 'name'?")]
    [TestCase("POST", "", """{"provider":"Fund ment"}""", 422, "'Fund ment' is not the name of a provider.")]
    [TestCase("POST", "", """{"label":5}""", 422, "The label field must be a string.")]
    [TestCase("POST", "", """{"refresh_token_expires_at":"soon"}""", 422, "The refresh token expires at field must be a timestamp with an offset")]
    [TestCase("POST", "", """{"account":"11111111-1111-4111-8111-111111111111"}""", 422, "There is no account 11111111")]
    [TestCase("POST", "", """{"account":"mine"}""", 422, "The account field must be a valid UUID.")]
    [TestCase("POST", "", """{"uuid":"6ff8f7f6-1eb3-3525-be4a-3932c805afed"}""", 422, "The account 3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70 already has 6ff8f7f6")]
    [TestCase("PATCH", "/6ff8f7f6-1eb3-3525-be4a-3932c805afed", """{"uuid":"11111111-1111-4111-8111-111111111111"}""", 422, "The UUID of a connection cannot be changed.")]
    [TestCase("PATCH", "/6ff8f7f6-1eb3-3525-be4a-3932c805afed?account=mine", "{}", 422, "The query parameter account must be a valid UUID")]
    [TestCase("PATCH", "/11111111-1111-4111-8111-111111111111", "{}", 404, "There is no connection 11111111")]
    [TestCase("POST", "/11111111-1111-4111-8111-111111111111/refresh", "{}", 404, "There is no connection 11111111")]
    [TestCase("DELETE", "/11111111-1111-4111-8111-111111111111", null, 404, "There is no connection 11111111")]
    public async Task Invalid_change_of_a_connection_is_refused_with_the_problem(string method, string path, string? body, int status, string message)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var before = (await sandbox.ListAsync()).Body;

        var reply = await sandbox.SendAsync(method, Connections + path, body);

        Assert.That(reply.Status, Is.EqualTo(status), reply.Body);
        Assert.That(JObject.Parse(reply.Body).Value<string>("message"), Does.StartWith(message));
        Assert.That((await sandbox.ListAsync()).Body, Is.EqualTo(before));
    }

    [Test]
    public async Task AddConnectionAsync_and_UpdateConnectionAsync_add_and_edit_a_connection()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var added = await sandbox.AddConnectionAsync(new OAuthConnection { Label = "Ours", RefreshTokenExpiresAt = null });
        var edited = await sandbox.UpdateConnectionAsync(added.Uuid!.Value, new OAuthConnection { AccessTokenExpiresAt = DateTimeOffset.UnixEpoch });

        Assert.That((added.Label, added.RefreshTokenExpiresAt, added.Provider!.Name), Is.EqualTo(("Ours", (DateTimeOffset?)null, "fundment")));
        Assert.That((edited.Label, edited.AccessTokenExpiresAt), Is.EqualTo(("Ours", (DateTimeOffset?)DateTimeOffset.UnixEpoch)));
        Assert.That((await sandbox.ListAsync()).Body, Does.Contain("1970-01-01T00:00:00"));
        Assert.CatchAsync<ArgumentException>(() => sandbox.UpdateConnectionAsync(Unknown, new OAuthConnection()));
        Assert.CatchAsync<ArgumentException>(() => sandbox.AddConnectionAsync(added));
    }

    [Test]
    public async Task Account_is_added_and_edited_over_HTTP()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var created = await sandbox.SendAsync("POST", Accounts, """{"login":{"firm":{"name":"One"},"account":{"name":"Ada"}},"connections":[{"uuid":"22222222-2222-4222-8222-222222222222"}]}""");
        var uuid = JObject.Parse(created.Body).Value<string>("uuid")!;
        var edited = await sandbox.SendAsync("PATCH", $"{Accounts}/{uuid}", """{"login":{"firm":{"name":"Two"}}}""");

        Assert.That((created.Status, edited.Status), Is.EqualTo((201, 200)));
        var login = JObject.Parse((await sandbox.SendAsync("GET", "/api/v1/logins")).Body)["data"]![1]!;
        Assert.That(((string?)login["account"]!["uuid"], (string?)login["account"]!["name"], (string?)login["firm"]!["name"]), Is.EqualTo((uuid, "Ada", "Two")));
        Assert.That((await sandbox.ListAsync(("X-PLANNR-ACCOUNT-UUID", uuid))).Body, Is.EqualTo("""{"data":[{"uuid":"22222222-2222-4222-8222-222222222222"}]}"""));
        Assert.That(JObject.Parse((await sandbox.SendAsync("GET", Accounts)).Body)["data"]!.Select(a => (string?)a["uuid"]), Is.EqualTo(new[] { sandbox.DefaultAccount.ToString(), uuid }));
    }

    [TestCase("POST", "", """{"uuids":"x"}""", 422, "The uuids field is unknown. Did you mean 'uuid'?")]
    [TestCase("POST", "", """{"login":{"firm":{"nane":"x"}}}""", 422, "The login.firm.nane field is unknown. Did you mean 'name'?")]
    [TestCase("POST", "", """{"connections":[{"lable":"x"}]}""", 422, "The connections.0.lable field is unknown. Did you mean 'label'?")]
    [TestCase("POST", "", """{"connections":[{"label":"x"}]}""", 422, "The connections.0.uuid field is required.")]
    [TestCase("POST", "", """{"uuid":"3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70"}""", 422, "There is already an account 3f2b8c1e")]
    [TestCase("PATCH", "/3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70", """{"uuid":"11111111-1111-4111-8111-111111111111"}""", 422, "The uuid field is unknown. The fields are login.")]
    [TestCase("PATCH", "/3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70", "{}", 422, "The login field must be an object")]
    [TestCase("PATCH", "/3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70", """{"login":{"account":{"uuid":"11111111-1111-4111-8111-111111111111"}}}""", 422, "The login belongs to the account 3f2b8c1e")]
    [TestCase("PATCH", "/11111111-1111-4111-8111-111111111111", """{"login":{}}""", 404, "There is no account 11111111")]
    public async Task Invalid_change_of_an_account_is_refused_with_the_problem(string method, string path, string body, int status, string message)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.SendAsync(method, Accounts + path, body);

        Assert.That(reply.Status, Is.EqualTo(status), reply.Body);
        Assert.That(JObject.Parse(reply.Body).Value<string>("message"), Does.StartWith(message));
    }

    [Test]
    public async Task Data_file_keeps_accounts_and_connections_that_were_added_and_edited()
    {
        await using var file = TemporaryFile.Named("plannr.db");
        var account = Guid.NewGuid();
        await using (var first = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path }))
        {
            await first.AddAccountAsync(new SandboxAccount(account, [new OAuthConnection { Uuid = Unknown }]));
            await first.UpdateAccountAsync(account, new Login { Firm = new Firm { Name = "Ours" } });
            await first.UpdateConnectionAsync(Unknown, new OAuthConnection { Label = "Mine" });
            Assert.CatchAsync<ArgumentException>(() => first.AddAccountAsync(new SandboxAccount(account, [])));
            Assert.CatchAsync<ArgumentException>(() => first.UpdateAccountAsync(Unknown, new Login()));
        }

        await using var second = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = file.Path });

        Assert.That((await second.SendAsync("GET", "/api/v1/logins")).Body, Does.Contain("Ours"));
        Assert.That((await second.ListAsync(("X-PLANNR-ACCOUNT-UUID", $"{account}"))).Body, Does.Contain(Unknown.ToString()).And.Contain("Mine"));
    }

    [Test]
    public async Task Fault_of_an_operation_applies_to_its_next_call()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await sandbox.SendAsync("POST", "/sandbox/faults", """{"fault":"status=503,operation=OAuthConnections_Update"}""");

        Assert.That((await sandbox.ListAsync()).Status, Is.EqualTo(200));
        Assert.That((await sandbox.PutAsync("{}")).Status, Is.EqualTo(503));
        Assert.That((await sandbox.PutAsync("{}")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Fault_of_a_connection_applies_only_to_its_calls()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var other = (await sandbox.ConnectAsync("fundment")).Uuid!.Value;
        await sandbox.DisposeAsync();
        await using var faulty = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = new SandboxFault { Status = 500, Connection = other } });
        await faulty.AddConnectionAsync(new OAuthConnection { Uuid = other });

        Assert.That((await faulty.PutAsync("{}")).Status, Is.EqualTo(200));
        Assert.That((await faulty.SendAsync("PUT", $"{SandboxCalls.Connections}/{other}".ToUpperInvariant().Replace("/API/V1/OAUTH/CONNECTIONS", SandboxCalls.Connections, StringComparison.Ordinal), "{}")).Status, Is.EqualTo(500));
        Assert.That((await faulty.ListAsync()).Status, Is.EqualTo(200));
        Assert.That((await faulty.PutAsync("{}", ("X-Plannr-Sandbox-Fault", $"status=418,connection={other}"))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Fault_of_an_unknown_operation_is_refused_with_a_suggestion()
    {
        const string Message = "The contract has no operation 'OAuthConnections_Updte'. Did you mean 'OAuthConnections_Update'";
        await using var sandbox = await PlannrSandbox.StartAsync();
        var fault = SandboxFault.Parse("status=503,operation=OAuthConnections_Updte");

        Assert.That(Assert.Catch<ArgumentException>(() => sandbox.InjectFault(fault))!.Message, Does.StartWith(Message));
        Assert.That(Assert.CatchAsync<ArgumentException>(() => PlannrSandbox.StartAsync(new PlannrSandboxOptions { Fault = fault }))!.Message, Does.StartWith(Message));
        Assert.That((await sandbox.SendAsync("POST", "/sandbox/faults", $$"""{"fault":"{{fault}}"}""")).ToString(), Does.StartWith("422 ").And.Contain(Message));
        Assert.That((await sandbox.ListAsync(("X-Plannr-Sandbox-Fault", fault.ToString()))).ToString(), Does.StartWith("400 ").And.Contain(Message));
    }

    [TestCase("status=429", "1", "0")]
    [TestCase("status=429,retry-after=2.5s", "3", "0")]
    [TestCase("status=429,retry-after=none", null, "0")]
    [TestCase("status=503,retry-after=0s", "0", "499")]
    [TestCase("status=503", null, "499")]
    public async Task Fault_with_a_status_sets_Retry_After_and_the_remaining_requests(string fault, string? retryAfter, string remaining)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.ListAsync(("X-Plannr-Sandbox-Fault", fault));

        Assert.That((reply.Headers.GetValueOrDefault("Retry-After"), reply.Headers["X-Ratelimit-Remaining"]), Is.EqualTo((retryAfter, remaining)));
    }

    [TestCase("POST", "/sandbox/clock")]
    [TestCase("POST", "/sandbox/connections")]
    [TestCase("POST", "/sandbox/accounts")]
    [TestCase("GET", "/sandbox/requests")]
    [TestCase("GET", "/sandbox/events")]
    [TestCase("GET", "/sandbox/emails")]
    public async Task Control_path_with_another_token_returns_401(string method, string path)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That((await sandbox.SendAsync(method, path, method == "GET" ? null : "{}", ("Authorization", "Bearer another"))).Status, Is.EqualTo(401));
    }
}

using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Webhooks;

/// <summary>Tests the operations of webhook subscriptions.</summary>
public sealed class WebhookSubscriptionTests
{
    private const string Path = "/api/v2/webhook-subscriptions";
    private const string AccountHeader = "X-PLANNR-ACCOUNT-UUID";
    private const string First = "11111111-1111-4111-8111-111111111111";
    private const string Second = "22222222-2222-4222-8222-222222222222";

    private static readonly Uri Url = new("http://127.0.0.1:5090/webhooks");

    [Test]
    public async Task Create_returns_201_with_a_random_secret_of_60_letters_and_digits()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 11, 30, 15, 250, TimeSpan.Zero));
        await using var sandbox = await StartEmptyAsync(clock);
        using var httpClient = sandbox.CreateClient();
        var client = new WebhookSubscriptionsClient(httpClient);
        var request = new CreateWebhookSubscriptionRequest { Url = Url, Events = [WebhookEvent.AccountCreated, WebhookEvent.PlanDeleted] };

        var first = await client.CreateWithResponseAsync(request);
        var second = await client.CreateAsync(request);

        var created = first.Value;
        Assert.That(first.StatusCode, Is.EqualTo(201));
        Assert.That((created.Url, created.LastOutgoingWebhookCallAt), Is.EqualTo((Url, (DateTimeOffset?)null)));
        Assert.That(created.Events, Is.EqualTo(new[] { WebhookEvent.AccountCreated, WebhookEvent.PlanDeleted }));
        Assert.That(created.SigningSecret, Does.Match("^[A-Za-z0-9]{60}$"));
        Assert.That(second.SigningSecret, Is.Not.EqualTo(created.SigningSecret));
        Assert.That(second.Uuid, Is.Not.EqualTo(created.Uuid));
        Assert.That((created.CreatedAt, created.UpdatedAt), Is.EqualTo(((DateTimeOffset?)Time(12, 30, 15), (DateTimeOffset?)Time(12, 30, 15))));
        Assert.That(PlannrJson.Serialize(await client.GetAsync(created.Uuid!.Value)), Is.EqualTo(PlannrJson.Serialize(created)));
    }

    [Test]
    public async Task Create_with_a_fixed_secret_in_the_options_returns_it()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { WebhookSigningSecret = "fixed" });

        Assert.That((string?)(await CreateAsync(sandbox, Url.ToString()))["signing_secret"], Is.EqualTo("fixed"));
    }

    [Test]
    public async Task Update_changes_only_the_events_and_updated_at()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 11, 30, 15, TimeSpan.Zero));
        await using var sandbox = await StartEmptyAsync(clock);
        var created = await CreateAsync(sandbox, Url.ToString());
        clock.Advance(TimeSpan.FromSeconds(1));

        var reply = await sandbox.SendAsync("PUT", $"{Path}/{created["uuid"]}", """{"events":["task.completed"],"url":"http://127.0.0.1/other"}""");

        var expected = (JObject)created.DeepClone();
        expected["events"] = new JArray("task.completed");
        expected["updated_at"] = "2026-07-01T12:30:16+01:00";
        Assert.That(reply.ToString(), Is.EqualTo("200 " + expected.ToString(Newtonsoft.Json.Formatting.None)));
        Assert.That((await sandbox.SendAsync("GET", $"{Path}/{created["uuid"]}")).Body, Is.EqualTo(reply.Body));
    }

    [Test]
    public async Task Get_and_update_of_an_unknown_subscription_return_404()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var path = $"{Path}/{Guid.NewGuid()}";

        Assert.That((await sandbox.SendAsync("GET", path)).ToString(), Is.EqualTo("""404 {"message":"The webhook subscription was not found."}"""));
        Assert.That((await sandbox.SendAsync("PUT", path, """{"events":[]}""")).ToString(), Is.EqualTo("""404 {"message":"The webhook subscription was not found."}"""));
    }

    [Test]
    public async Task Get_of_the_documented_UUID_returns_the_example_of_the_contract()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        var reply = await sandbox.SendAsync("GET", $"{Path}/6ff8f7f6-1eb3-3525-be4a-3932c805afed");

        Assert.That(reply.Status, Is.EqualTo(200));
        Assert.That(reply.Headers.Keys, Has.No.Member("X-Plannr-Sandbox"));
        Assert.That(reply.Body, Does.Contain("https://api.example.com/webhooks"));
    }

    [TestCase("", "c b a")]
    [TestCase("?sort=created_at", "a b c")]
    [TestCase("?sort=-created_at", "c b a")]
    [TestCase("?sort=updated_at", "b c a")]
    [TestCase("?sort=-updated_at", "a c b")]
    [TestCase("?filter[url]=http://127.0.0.1/a", "a")]
    [TestCase("?filter%5Burl%5D=http://127.0.0.1/a,http%3A%2F%2F127.0.0.1%2Fc", "c a")]
    [TestCase("?filter[url]=http://127.0.0.1/A", "")]
    [TestCase("?filter[uuid]=UUID-OF-B", "b")]
    [TestCase("?filter[uuid]=UUID-OF-B,UUID-OF-C&sort=created_at", "b c")]
    [TestCase("?filter[uuid]=UUID-OF-B&filter[url]=http://127.0.0.1/a", "")]
    public async Task List_is_filtered_and_sorted_by_the_query(string query, string expected)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 10, 25, 0, 59, 59, TimeSpan.Zero));
        await using var sandbox = await StartEmptyAsync(clock);
        var created = new Dictionary<string, string>();
        foreach (var name in new[] { "a", "b", "c" })
        {
            created[name] = (string)(await CreateAsync(sandbox, $"http://127.0.0.1/{name}"))["uuid"]!;
            // The offset goes back by an hour between a and b; b and c have the same time.
            clock.Advance(name == "a" ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        await sandbox.SendAsync("PUT", $"{Path}/{created["a"]}", """{"events":[]}""");

        var reply = await sandbox.SendAsync("GET", Path + query.Replace("UUID-OF-B", created["b"].ToUpperInvariant(), StringComparison.Ordinal).Replace("UUID-OF-C", created["c"], StringComparison.Ordinal));

        Assert.That(reply.Status, Is.EqualTo(200), reply.Body);
        Assert.That(string.Join(' ', JObject.Parse(reply.Body)["data"]!.Select(s => s.Value<string>("url")![^1])), Is.EqualTo(expected));
    }

    [Test]
    public async Task List_with_filters_of_the_client_returns_the_matching_subscriptions()
    {
        await using var sandbox = await StartEmptyAsync();
        using var httpClient = sandbox.CreateClient();
        var client = new WebhookSubscriptionsClient(httpClient);
        var created = await client.CreateAsync(new CreateWebhookSubscriptionRequest { Url = Url, Events = [] });
        await client.CreateAsync(new CreateWebhookSubscriptionRequest { Url = new Uri("http://127.0.0.1/other"), Events = [] });

        var list = await client.ListAsync(filterUuid: [created.Uuid!.Value, Guid.NewGuid()], filterUrl: [Url.ToString()], sort: WebhookSubscriptionSort.CreatedAt);

        Assert.That(list.Data!.Select(s => s.Uuid), Is.EqualTo(new[] { created.Uuid }));
    }

    [Test]
    public async Task Each_account_has_its_own_subscriptions()
    {
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { Accounts = [new SandboxAccount(new Guid(First), []), new SandboxAccount(new Guid(Second), [])] });
        var created = await CreateAsync(sandbox, Url.ToString(), (AccountHeader, Second));
        var path = $"{Path}/{created["uuid"]}";

        Assert.That((await sandbox.SendAsync("GET", Path)).Body, Is.EqualTo("""{"data":[]}"""));
        Assert.That((await sandbox.SendAsync("GET", path)).Status, Is.EqualTo(404));
        Assert.That((await sandbox.SendAsync("GET", path, body: null, (AccountHeader, Second))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Invalid_request_returns_422_in_the_format_of_the_vendor()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        var requests = new (string What, string Method, string Path, string? Body)[]
        {
            ("missing fields", "POST", Path, "{}"),
            ("unknown event", "POST", Path, """{"url":"http://127.0.0.1/","events":["account.created","client.updated"]}"""),
            ("event that is not a string", "POST", Path, """{"url":"http://127.0.0.1/","events":[1]}"""),
            ("events that are not an array", "POST", Path, """{"url":"http://127.0.0.1/","events":"account.created"}"""),
            ("relative URL", "POST", Path, """{"url":"webhooks","events":[]}"""),
            ("path of a file", "POST", Path, """{"url":"/webhooks","events":[]}"""),
            ("another scheme", "POST", Path, """{"url":"ftp://127.0.0.1/","events":[]}"""),
            ("update without events", "PUT", $"{Path}/6ff8f7f6-1eb3-3525-be4a-3932c805afed", """{"url":"http://127.0.0.1/"}"""),
            ("update with an unknown event", "PUT", $"{Path}/6ff8f7f6-1eb3-3525-be4a-3932c805afed", """{"events":["nothing"]}"""),
            ("unknown sort", "GET", Path + "?sort=url", null),
            ("malformed UUID", "GET", Path + "?filter[uuid]=mine", null),
        };

        var text = new System.Text.StringBuilder();
        foreach (var (what, method, path, body) in requests)
        {
            var reply = await sandbox.SendAsync(method, path, body);
            Assert.That(reply.Status, Is.EqualTo(422), what);
            text.Append(what).Append(":\n  ").Append(reply).Append("\n\n");
        }

        await Snapshot.Verify(text.ToString(), "txt");
    }

    [Test]
    public async Task Seeded_subscription_is_returned_with_default_values_for_missing_properties()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 11, 30, 15, TimeSpan.Zero));
        var uuid = Guid.NewGuid();
        await using var seed = await TemporaryFile.CreateAsync("seed.json", $$"""
            {"accounts": [{"uuid": "{{First}}", "connections": [], "webhook_subscriptions": [{"uuid": "{{uuid}}", "url": "https://example.com", "events": ["plan.created"], "signing_secret": "mine"}]}]}
            """);
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { SeedFile = seed.Path, TimeProvider = clock });

        var reply = await sandbox.SendAsync("GET", $"{Path}/{uuid}");

        Assert.That(reply.Body, Is.EqualTo(
            $$"""{"uuid":"{{uuid}}","created_at":"2026-12-01T11:30:15+00:00","updated_at":"2026-12-01T11:30:15+00:00","signing_secret":"mine","url":"https://example.com","events":["plan.created"],"last_outgoing_webhook_call_at":null}"""));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Reset_restores_the_subscriptions_of_the_seed(bool inFile)
    {
        await using var file = TemporaryFile.Named("plannr.db");
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { DataFile = inFile ? file.Path : null });
        var before = await sandbox.SendAsync("GET", Path);
        await CreateAsync(sandbox, Url.ToString());
        await sandbox.SendAsync("PUT", $"{Path}/6ff8f7f6-1eb3-3525-be4a-3932c805afed", """{"events":["plan.created"]}""");

        await sandbox.ResetAsync();

        Assert.That((await sandbox.SendAsync("GET", Path)).Body, Is.EqualTo(before.Body));
    }

    private static Task<PlannrSandbox> StartEmptyAsync(TimeProvider? clock = null)
        => PlannrSandbox.StartAsync(new PlannrSandboxOptions { Accounts = [new SandboxAccount(new Guid(First), [])], TimeProvider = clock ?? TimeProvider.System });

    private static async Task<JObject> CreateAsync(PlannrSandbox sandbox, string url, params (string Name, string Value)[] headers)
    {
        var reply = await sandbox.SendAsync("POST", Path, $$"""{"url":"{{url}}","events":["account.created"]}""", headers);
        Assert.That(reply.Status, Is.EqualTo(201), reply.Body);
        return (JObject)Plannr.Sandbox.Validation.PlainJson.Read(reply.Body);
    }

    private static DateTimeOffset Time(int hour, int minute, int second) => new(2026, 7, 1, hour, minute, second, TimeSpan.FromHours(1));
}

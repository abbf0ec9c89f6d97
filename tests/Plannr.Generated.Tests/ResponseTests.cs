using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated.Tests.Runtime;
using Plannr.Runtime.Json;

namespace Plannr.Generated.Tests;

/// <summary>Verifies the values that the client reads from responses.</summary>
public sealed class ResponseTests
{
    private static readonly CreateWebhookSubscriptionRequest NewSubscription = new() { Url = new Uri("https://api.example.com/webhooks"), Events = [] };

    private static readonly Dictionary<string, Func<HttpClient, Task<ApiObject>>> CallsByOperation = new()
    {
        ["Logins_List"] = async http => await new LoginsClient(http).ListAsync(),
        ["Me_Get"] = async http => await new MeClient(http).GetAsync(),
        ["WebhookSubscriptions_List"] = async http => await new WebhookSubscriptionsClient(http).ListAsync(),
        ["WebhookSubscriptions_Create"] = async http => await new WebhookSubscriptionsClient(http).CreateAsync(NewSubscription),
        ["WebhookSubscriptions_Get"] = async http => await new WebhookSubscriptionsClient(http).GetAsync(Calls.Uuid),
        ["WebhookSubscriptions_Update"] = async http => await new WebhookSubscriptionsClient(http).UpdateAsync(Calls.Uuid, new() { Events = [] }),
    };

    private static IEnumerable<string> Operations => CallsByOperation.Keys;

    [TestCase("fundment")]
    [TestCase("fundment-2025")]
    public async Task Reading(string example)
    {
        var contract = await Contract.GetAsync();

        var connection = await Calls.ReadConnectionAsync(contract.Payload(example));

        await Snapshot.Verify(ValueDump.Of(connection), "txt");
    }

    [TestCase("fundment")]
    [TestCase("fundment-2025")]
    public async Task Example_round_trip_keeps_every_property(string example)
    {
        var payload = (await Contract.GetAsync()).Payload(example);

        var written = PlannrJson.Serialize(await Calls.ReadConnectionAsync(payload));

        Assert.That(Sorted(written), Is.EqualTo(Sorted(payload)));
    }

    [Test]
    public async Task Reading_a_list()
    {
        var contract = await Contract.GetAsync();
        await using var server = RawServer.Answering(RawResponse.Json(200, contract.Payload("connections")));
        using var httpClient = server.CreateClient();

        var list = await new OAuthConnectionsClient(httpClient).ListAsync();

        await Snapshot.Verify(ValueDump.Of(list), "txt");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Reading_the_response_of(string operation)
    {
        var value = await ReadAsync(operation, (await Contract.GetAsync()).ResponsePayload(operation));

        await Snapshot.Verify(ValueDump.Of(value), "txt");
    }

    [TestCaseSource(nameof(Operations))]
    public async Task Response_round_trip_keeps_every_property(string operation)
    {
        var payload = (await Contract.GetAsync()).ResponsePayload(operation);

        var written = PlannrJson.Serialize(await ReadAsync(operation, payload));

        Assert.That(Sorted(written), Is.EqualTo(Sorted(payload)));
    }

    [Test]
    public async Task Login_keeps_properties_that_the_contract_does_not_name()
    {
        const string Payload = """
            {"data":[{"user_type":"standard","expires_at":null,"account":{"can_be_deleted":"false","groups":"x"},"firm":{"tax":17.50,"ip_whitelist":[]}}]}
            """;

        var written = PlannrJson.Serialize(await ReadAsync("Logins_List", Payload));

        Assert.That(Sorted(written), Is.EqualTo(Sorted(Payload)));
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("\" \"")]
    public async Task Login_with_a_blank_expiry_does_not_expire(string blank)
    {
        var logins = (LoginList)await ReadAsync("Logins_List", $$"""{"data":[{"expires_at":{{blank}}}]}""");

        Assert.That(logins.Data!.Single().ExpiresAt, Is.Null);
    }

    [Test]
    public async Task Unknown_event_keeps_its_value()
    {
        var subscription = (WebhookSubscription)await ReadAsync("WebhookSubscriptions_Get", """{"events":["client.updated","account.created"]}""");

        Assert.That(subscription.Events, Is.EqualTo(new WebhookEvent[] { "client.updated", WebhookEvent.AccountCreated }));
    }

    [Test]
    public async Task Create_with_status_201_returns_the_response()
    {
        await using var server = RawServer.Answering(RawResponse.Json(201, "{}"));
        using var httpClient = server.CreateClient();

        var response = await new WebhookSubscriptionsClient(httpClient).CreateWithResponseAsync(NewSubscription);

        Assert.That(response.StatusCode, Is.EqualTo(201));
    }

    [Test]
    public async Task Create_with_a_response_of_status_200_throws()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();

        Assert.That(
            () => new WebhookSubscriptionsClient(httpClient).CreateAsync(NewSubscription),
            Throws.InstanceOf<PlannrApiException>().With.Property(nameof(PlannrApiException.StatusCode)).EqualTo(200));
    }

    [Test]
    public async Task Round_trip_with_unknown_properties()
    {
        var connection = await Calls.ReadConnectionAsync("""
            {
              "uuid": "8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c",
              "unknown_at": "2026-06-08T16:08:03.10+01:00",
              "provider": { "name": "fundment", "beta": true, "fees": { "gbp": 12.50, "tiers": [1, 2.0, null] } },
              "access_token_expires_at": null,
              "$type": "connection",
              "label": "My Fundment Account 1"
            }
            """);

        await Snapshot.Verify(PlannrJson.Serialize(connection, Formatting.Indented), "json");
    }

    private static async Task<ApiObject> ReadAsync(string operation, string payload)
    {
        await using var server = RawServer.Answering(RawResponse.Json(operation == "WebhookSubscriptions_Create" ? 201 : 200, payload));
        using var httpClient = server.CreateClient();
        return await CallsByOperation[operation](httpClient);
    }

    private static string[] Sorted(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return [.. JObject.Load(reader).Descendants().OfType<JValue>().Select(v => $"{v.Path} = {v.Value}").Order(StringComparer.Ordinal)];
    }
}

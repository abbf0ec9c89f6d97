using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Plannr.Generated.Tests.Runtime;

namespace Plannr.Generated.Tests;

/// <summary>Responses as the client reads them.</summary>
public sealed class ResponseTests
{
    [TestCase("fundment")]
    [TestCase("fundment-2025")]
    public async Task Reading(string example)
    {
        var contract = await Contract.GetAsync();

        var connection = await Calls.UpdateAnsweredWithAsync(contract.Payload(example));

        await Snapshot.Verify(ValueDump.Of(connection), "txt");
    }

    [TestCase("fundment")]
    [TestCase("fundment-2025")]
    public async Task An_example_comes_back_attribute_for_attribute(string example)
    {
        var payload = (await Contract.GetAsync()).Payload(example);

        var written = PlannrJson.Serialize(await Calls.UpdateAnsweredWithAsync(payload));

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

    [Test]
    public async Task Round_trip_with_unknown_attributes()
    {
        var connection = await Calls.UpdateAnsweredWithAsync("""
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

    private static string[] Sorted(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return [.. JObject.Load(reader).Descendants().OfType<JValue>().Select(v => $"{v.Path} = {v.Value}").Order(StringComparer.Ordinal)];
    }
}

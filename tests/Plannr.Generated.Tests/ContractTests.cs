using Plannr.Generated.Tests.Runtime;

namespace Plannr.Generated.Tests;

/// <summary>Tests that the examples in the contract, and the requests of the client, match the schemas of the contract.</summary>
public sealed class ContractTests
{
    [Test]
    public async Task Every_example_matches_its_schema()
    {
        var contract = await Contract.GetAsync();
        var examples = contract.Examples().ToArray();

        Assert.That(examples, Has.Length.GreaterThanOrEqualTo(5), "Too few examples were found in the contract.");
        using (Assert.EnterMultipleScope())
        {
            foreach (var example in examples)
            {
                Assert.That(await contract.ProblemsAsync(example.Schema, example.Value.ToString()), Is.Empty, example.Place);
            }
        }
    }

    [Test]
    public async Task Example_that_does_not_match_its_schema_is_detected()
    {
        var contract = await Contract.GetAsync();

        Assert.That(
            await contract.ProblemsAsync(Contract.Schema("OAuthConnection"), """{"provider":{"label":5},"uuid":"x","created_at":null}"""),
            Has.Exactly(3).Items);
    }

    [Test]
    public async Task Request_of_the_client_equals_the_example_and_matches_its_schema()
    {
        var contract = await Contract.GetAsync();
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();

        await httpClient.UpdateAsync();

        var sent = server.Requests.Single().Split("\r\n\r\n", 2)[1];
        Assert.That(sent, Is.EqualTo(contract.Payload("label")));
        Assert.That(await contract.ProblemsAsync(Contract.Schema(nameof(UpdateOAuthConnectionRequest)), sent), Is.Empty);
    }

    [TestCase("fundment")]
    [TestCase("fundment-2025")]
    public async Task Serialized_connection_matches_its_schema(string example)
    {
        var contract = await Contract.GetAsync();
        var written = PlannrJson.Serialize(PlannrJson.Deserialize<OAuthConnection>(contract.Payload(example)));

        Assert.That(await contract.ProblemsAsync(Contract.Schema(nameof(OAuthConnection)), written), Is.Empty);
    }
}

using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Plannr.Generated.Tests.Runtime;

namespace Plannr.Generated.Tests;

/// <summary>Verifies the request of each operation byte for byte. The requests equal those of the vendor's curl commands.</summary>
public sealed partial class WireRequestTests
{
    private const string ListWithEveryArgument = "WebhookSubscriptions_List with filters, sort and account";

    private static readonly Guid SubscriptionUuid = new("7c5f9e12-4b8d-4a36-9e01-d2b6a8c3f574");
    private static readonly Guid AccountUuid = new("3f2b8c1e-7a64-4d0f-9b35-5c1d2e8a9f70");

    private static readonly Dictionary<string, Func<HttpClient, Task>> Operations = new()
    {
        ["Logins_List"] = http => new LoginsClient(http).ListAsync(),
        ["Me_Get"] = http => new MeClient(http).GetAsync(),
        ["OAuthConnections_List"] = http => new OAuthConnectionsClient(http).ListAsync(),
        ["OAuthConnections_Update"] = http => http.UpdateAsync(),
        ["OAuthConnections_Delete"] = http => new OAuthConnectionsClient(http).DeleteAsync(Calls.Uuid),
        ["WebhookSubscriptions_List"] = http => new WebhookSubscriptionsClient(http).ListAsync(),
        [ListWithEveryArgument] = http => new WebhookSubscriptionsClient(http).ListAsync(
            filterUuid: [SubscriptionUuid, Calls.Uuid],
            filterUrl: ["https://api.example.com/webhooks?a=1,2", "https://api.example.com/b c"],
            WebhookSubscriptionSort.MinusUpdatedAt,
            AccountUuid),
        ["WebhookSubscriptions_Create"] = http => new WebhookSubscriptionsClient(http).CreateAsync(
            new CreateWebhookSubscriptionRequest
            {
                Url = new Uri("https://api.example.com/webhooks"),
                Events = [WebhookEvent.AccountDeleted, WebhookEvent.CircleCreated],
            },
            AccountUuid),
        ["WebhookSubscriptions_Get"] = http => new WebhookSubscriptionsClient(http).GetAsync(SubscriptionUuid, AccountUuid),
        ["WebhookSubscriptions_Update"] = http => new WebhookSubscriptionsClient(http).UpdateAsync(
            SubscriptionUuid,
            new UpdateWebhookSubscriptionRequest { Events = [WebhookEvent.AccountDeleted, "client.updated"] },
            AccountUuid),
    };

    private static IEnumerable<string> Names => Operations.Keys;

    [TestCaseSource(nameof(Names))]
    public async Task Request(string operation)
    {
        await using var server = RawServer.Answering(operation switch
        {
            "OAuthConnections_Delete" => RawResponse.Head(204),
            "WebhookSubscriptions_Create" => RawResponse.Json(201, "{}"),
            _ => RawResponse.Json(200, "{}"),
        });
        using var httpClient = server.CreateClient();
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "{token}");

        await Operations[operation](httpClient);

        var request = server.Requests.Single().ReplaceLineEndings("\n");
        await Snapshot.Verify(Port().Replace(request, "Host: 127.0.0.1:{port}"), "txt");
    }

    [Test]
    public async Task Every_operation_of_the_contract_has_a_snapshot()
    {
        var contract = await Contract.GetAsync();

        Assert.That(Names.Where(name => name != ListWithEveryArgument), Is.EquivalentTo(contract.OperationIds()));
    }

    [GeneratedRegex(@"Host: 127\.0\.0\.1:\d+")]
    private static partial Regex Port();
}

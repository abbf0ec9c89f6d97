using System.Net.Http.Headers;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests;

/// <summary>
/// Tests the calls of the client against a sandbox, or against the server at PLANNR_BASE_URL. tests/prism.sh sets it to a proxy that
/// validates requests and responses by the contract, and to a mock of the contract.
/// </summary>
public sealed class ClientTests
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("PLANNR_BASE_URL");

    private static readonly Guid Connection = new("6ff8f7f6-1eb3-3525-be4a-3932c805afed");

    [Test]
    [Category("Proxy")]
    public async Task Calls_of_connections_match_the_contract()
    {
        await using var sandbox = Server is null ? await PlannrSandbox.StartAsync() : null;
        using var httpClient = CreateClient(sandbox);
        var client = new OAuthConnectionsClient(httpClient);

        AssertNoViolation(await client.ListWithResponseAsync());
        var updated = await client.UpdateWithResponseAsync(Connection, new UpdateOAuthConnectionRequest { Label = "Mine" });
        AssertNoViolation(updated);
        Assert.That((updated.StatusCode, updated.Value.Label), Is.EqualTo((200, "Mine")));

        await AssertRefusedAsync(401, "Authorization", "Bearer another");
        await AssertRefusedAsync(403, "X-PLANNR-ACCOUNT-UUID", "8ef67ca5-483a-4dfa-bfb9-ea282aa4ff2c");
        await AssertRefusedAsync(422, "X-PLANNR-ACCOUNT-UUID", "mine");
        await AssertRefusedAsync(429, "X-Plannr-Sandbox-Fault", "status=429");
        await AssertRefusedAsync(503, "X-Plannr-Sandbox-Fault", "status=503");

        AssertNoViolation(await client.DeleteWithResponseAsync(Connection));
        var gone = Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.DeleteAsync(Connection))!;
        Assert.That((gone.StatusCode, gone.Error.Message), Is.EqualTo((404, "The OAuth2 connection was not found.")));
        Assert.That((await client.ListAsync()).Data, Is.Empty);

        async Task AssertRefusedAsync(int status, string header, string value)
        {
            using var refused = CreateClient(sandbox);
            refused.DefaultRequestHeaders.Remove(header);
            refused.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

            // The proxy returns another status if the request violates the contract.
            var exception = Assert.CatchAsync<PlannrApiException>(
                () => new OAuthConnectionsClient(refused).UpdateAsync(Connection, new UpdateOAuthConnectionRequest { Label = "Refused" }))!;
            Assert.That(exception.StatusCode, Is.EqualTo(status), exception.ResponseBody);
            Assert.That(exception.Headers.Keys, Has.None.EqualTo("sl-violations").IgnoreCase);
        }
    }

    [Test]
    [Category("Proxy")]
    public async Task Calls_of_logins_the_user_and_webhook_subscriptions_match_the_contract()
    {
        await using var sandbox = Server is null ? await PlannrSandbox.StartAsync() : null;
        using var httpClient = CreateClient(sandbox);
        var client = new WebhookSubscriptionsClient(httpClient);
        var request = new CreateWebhookSubscriptionRequest { Url = new Uri("http://127.0.0.1:5090/webhooks"), Events = [WebhookEvent.AccountCreated] };

        AssertNoViolation(await new MeClient(httpClient).GetWithResponseAsync());
        var logins = await new LoginsClient(httpClient).ListWithResponseAsync();
        AssertNoViolation(logins);
        var account = logins.Value.Data!.Single().Account!.Uuid;

        var created = await client.CreateWithResponseAsync(request, account);
        AssertNoViolation(created);
        Assert.That((created.StatusCode, created.Value.LastOutgoingWebhookCallAt), Is.EqualTo((201, (DateTimeOffset?)null)));
        var uuid = created.Value.Uuid!.Value;
        var updated = await client.UpdateWithResponseAsync(uuid, new UpdateWebhookSubscriptionRequest { Events = [] }, account);
        AssertNoViolation(updated);
        AssertNoViolation(await client.GetWithResponseAsync(uuid, account));
        var list = await client.ListWithResponseAsync([uuid, Connection], [request.Url.ToString()], WebhookSubscriptionSort.UpdatedAt, account);
        AssertNoViolation(list);
        Assert.That(list.Value.Data!.Select(s => s.Uuid), Is.EqualTo(new[] { created.Value.Uuid }));

        request.Url = new Uri("ftp://127.0.0.1/");
        Assert.That(Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.CreateAsync(request))!.StatusCode, Is.EqualTo(422));
        Assert.That(Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.GetAsync(Guid.NewGuid()))!.StatusCode, Is.EqualTo(404));
    }

    [TestCase("blank-expiry=null")]
    [TestCase("blank-expiry=absent")]
    [TestCase("unknown-attributes")]
    [Category("Proxy")]
    public async Task Fault_that_the_contract_allows_causes_no_violation(string fault)
    {
        await using var sandbox = Server is null ? await PlannrSandbox.StartAsync() : null;
        using var httpClient = CreateClient(sandbox);
        httpClient.DefaultRequestHeaders.Add("X-Plannr-Sandbox-Fault", fault);

        AssertNoViolation(await new OAuthConnectionsClient(httpClient).ListWithResponseAsync());
        AssertNoViolation(await new LoginsClient(httpClient).ListWithResponseAsync());
        AssertNoViolation(await new MeClient(httpClient).GetWithResponseAsync());
        AssertNoViolation(await new WebhookSubscriptionsClient(httpClient).ListWithResponseAsync());
    }

    [Test]
    [Category("Mock")]
    public async Task Client_reads_the_examples_of_connections()
    {
        await using var sandbox = Server is null ? await PlannrSandbox.StartAsync() : null;
        using var httpClient = CreateClient(sandbox);
        var client = new OAuthConnectionsClient(httpClient);

        var list = await client.ListAsync();
        var updated = await client.UpdateAsync(Connection, new UpdateOAuthConnectionRequest { Label = "My Fundment Account 1" });
        var deleted = await client.DeleteWithResponseAsync(Connection);

        foreach (var connection in new[] { list.Data!.Single(), updated })
        {
            Assert.That(connection.Label, Is.EqualTo("My Fundment Account 1"));
            Assert.That(connection.Provider!.Name, Is.EqualTo("fundment"));
            Assert.That(connection.CreatedAt, Is.EqualTo(new DateTimeOffset(2026, 6, 8, 16, 8, 3, TimeSpan.FromHours(1))));
            Assert.That(connection.AccessTokenExpiresAt, Is.EqualTo(new DateTimeOffset(2026, 6, 8, 19, 8, 3, TimeSpan.Zero).AddTicks(8479110)));
        }

        Assert.That(deleted.StatusCode, Is.EqualTo(204));
        using var withoutToken = new HttpClient { BaseAddress = httpClient.BaseAddress };
        Assert.That(
            Assert.CatchAsync<PlannrApiException>(() => new OAuthConnectionsClient(withoutToken).ListAsync())!.StatusCode,
            Is.EqualTo(401));
    }

    [Test]
    [Category("Mock")]
    public async Task Client_reads_the_examples_of_logins_the_user_and_webhook_subscriptions()
    {
        await using var sandbox = Server is null ? await PlannrSandbox.StartAsync() : null;
        using var httpClient = CreateClient(sandbox);
        var client = new WebhookSubscriptionsClient(httpClient);

        var login = (await new LoginsClient(httpClient).ListAsync()).Data!.Single();
        var user = await new MeClient(httpClient).GetAsync();
        var created = await client.CreateWithResponseAsync(new CreateWebhookSubscriptionRequest { Url = new Uri("https://api.example.com/webhooks"), Events = [WebhookEvent.AccountDeleted] });
        var updated = await client.UpdateAsync(Connection, new UpdateWebhookSubscriptionRequest { Events = [WebhookEvent.AccountDeleted, WebhookEvent.CircleCreated] });
        var subscriptions = new[] { (await client.ListAsync(filterUrl: ["https://api.example.com/webhooks"])).Data![^1], await client.GetAsync(Connection), updated };

        Assert.That((login.Account!.Name, login.Firm!.Slug, user.Email), Is.EqualTo(("Robin Example", "example-advisers", "robin@example.com")));
        Assert.That(created.StatusCode, Is.EqualTo(201));
        Assert.That(created.Value.SigningSecret, Has.Length.EqualTo(60));
        foreach (var subscription in subscriptions)
        {
            Assert.That(subscription.Url, Is.EqualTo(new Uri("https://api.example.com/webhooks")));
            Assert.That(subscription.Events, Is.EqualTo(new[] { WebhookEvent.AccountDeleted, WebhookEvent.CircleCreated }));
            Assert.That(subscription.LastOutgoingWebhookCallAt, Is.EqualTo(new DateTimeOffset(2026, 6, 18, 16, 11, 36, TimeSpan.FromHours(1))));
        }
    }

    private static void AssertNoViolation(ApiResponse response)
        => Assert.That(response.Headers.Keys, Has.None.EqualTo("sl-violations").IgnoreCase);

    private static HttpClient CreateClient(PlannrSandbox? sandbox) => new()
    {
        BaseAddress = sandbox?.BaseAddress ?? new Uri(Server!),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", sandbox?.Token ?? "sandbox-token") },
    };
}

using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using Plannr.Generated;

namespace Plannr.Sandbox.Tests.Api;

/// <summary>Tests the operations of connections.</summary>
public sealed class ConnectionsTests
{
    [Test]
    public async Task Update_changes_only_the_label_and_updated_at()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 7, 1, 11, 30, 15, 250, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });
        using var httpClient = sandbox.CreateClient();

        var connection = await new OAuthConnectionsClient(httpClient).UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Mine" });

        var expected = PlannrJson.Deserialize<OAuthConnection>((await Contract.GetAsync()).Payload("fundment"));
        expected.Uuid = sandbox.ExampleConnection;
        expected.Label = "Mine";
        expected.UpdatedAt = new DateTimeOffset(2026, 7, 1, 12, 30, 15, TimeSpan.FromHours(1));
        Assert.That(PlannrJson.Serialize(connection), Is.EqualTo(PlannrJson.Serialize(expected)));
    }

    [Test]
    public async Task Updated_at_in_winter_has_the_offset_of_winter()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 11, 30, 15, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });

        var reply = await sandbox.PutAsync("{}");

        Assert.That(reply.Body, Does.Contain("\"updated_at\":\"2026-12-01T11:30:15+00:00\""));
    }

    [Test]
    public async Task List_returns_the_current_connections()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();
        var client = new OAuthConnectionsClient(httpClient);
        await client.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Mine" });

        var response = await client.ListWithResponseAsync();

        Assert.That(response.Value.Data!.Select(c => (c.Uuid, c.Label)), Is.EqualTo(new[] { ((Guid?)sandbox.ExampleConnection, "Mine") }));
        var contract = await Contract.GetAsync();
        Assert.That(await contract.ProblemsAsync(Contract.Schema(nameof(OAuthConnectionList)), PlannrJson.Serialize(response.Value)), Is.Empty);
    }

    [Test]
    public async Task Deleted_connection_is_not_listed_and_returns_404()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = sandbox.CreateClient();
        var client = new OAuthConnectionsClient(httpClient);

        var response = await client.DeleteWithResponseAsync(sandbox.ExampleConnection);

        Assert.That(response.StatusCode, Is.EqualTo(204));
        Assert.That(response.RateLimitRemaining, Is.EqualTo(499));
        Assert.That((await client.ListAsync()).Data, Is.Empty);
        Assert.That(Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.DeleteAsync(sandbox.ExampleConnection))!.StatusCode, Is.EqualTo(404));
        Assert.That(Assert.ThrowsAsync<PlannrApiException<ApiError>>(() => client.UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest()))!.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public async Task Updated_at_moves_with_each_update_and_keeps_its_format()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 29, 0, 59, 59, TimeSpan.Zero));
        await using var sandbox = await PlannrSandbox.StartAsync(new PlannrSandboxOptions { TimeProvider = clock });

        var before = await sandbox.PutAsync("{}");
        clock.Advance(TimeSpan.FromSeconds(1));
        var after = await sandbox.PutAsync("{}");

        Assert.That(before.Body, Does.Contain("\"updated_at\":\"2026-03-29T00:59:59+00:00\""));
        Assert.That(after.Body, Does.Contain("\"updated_at\":\"2026-03-29T02:00:00+01:00\""));
        Assert.That(after.Body, Does.Contain("\"access_token_expires_at\":\"2026-06-08T19:08:03.847911Z\""));
    }

    [Test]
    public async Task Sandbox_starts_with_the_documented_connection()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();

        Assert.That(sandbox.ExampleConnection, Is.EqualTo(new Guid("6ff8f7f6-1eb3-3525-be4a-3932c805afed")));
    }

    [Test]
    public async Task Update_without_a_label_keeps_the_label()
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        await sandbox.PutAsync("""{"label":"Mine"}""");

        var reply = await sandbox.PutAsync("{}");

        Assert.That(JObject.Parse(reply.Body)["label"]!.Value<string>(), Is.EqualTo("Mine"));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("another-token")]
    [TestCase("sandbox-token2")]
    public async Task Update_without_the_token_of_the_sandbox_returns_401(string? token)
    {
        await using var sandbox = await PlannrSandbox.StartAsync();
        using var httpClient = new HttpClient { BaseAddress = sandbox.BaseAddress };
        httpClient.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        var exception = Assert.ThrowsAsync<PlannrApiException<ApiError>>(
            () => new OAuthConnectionsClient(httpClient).UpdateAsync(sandbox.ExampleConnection, new UpdateOAuthConnectionRequest { Label = "Mine" }));

        Assert.That(exception!.StatusCode, Is.EqualTo(401));
        Assert.That(exception.ResponseBody, Is.EqualTo("""{"message":"Unauthenticated."}"""));
    }
}

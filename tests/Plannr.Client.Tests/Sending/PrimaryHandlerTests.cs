using Microsoft.Extensions.DependencyInjection;
using Plannr.Client.Sending;

namespace Plannr.Client.Tests.Sending;

/// <summary>Tests the handler that owns the connections, and the <see cref="HttpClient"/> around it.</summary>
public sealed class PrimaryHandlerTests
{
    [Test]
    public async Task Cookies_of_a_response_are_not_sent_with_the_next_request()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}", "Set-Cookie: session=1; Path=/"));
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = Trial.Token });

        await plannr.OAuthConnections.ListAsync();
        await plannr.OAuthConnections.ListAsync();

        Assert.That(server.Requests[1], Does.Not.Contain("Cookie:"));
    }

    [Test]
    public async Task HttpClient_has_the_base_address_and_leaves_timeouts_to_the_handlers()
    {
        var options = new PlannrClientOptions { BaseAddress = new Uri("https://gateway.example/plannr"), AccessToken = Trial.Token };
        await using var services = new ServiceCollection().AddPlannrClient(registered => (registered.BaseAddress, registered.AccessToken) = (options.BaseAddress, options.AccessToken)).Services.BuildServiceProvider();
        using var plannr = new PlannrClient(options);
        using var registered = services.GetRequiredService<IHttpClientFactory>().CreateClient("Plannr");

        Assert.That(new[] { plannr.HttpClient.Timeout, registered.Timeout }, Is.All.EqualTo(Timeout.InfiniteTimeSpan));
        Assert.That(new[] { plannr.HttpClient.BaseAddress, registered.BaseAddress }, Is.All.EqualTo(options.BaseAddress));
    }

    // Applies only to net10.0, because the handler of netstandard2.0 has fewer options.
    [Test]
    public void Connections_are_replaced_after_two_minutes_and_established_within_the_timeout_of_an_attempt()
    {
        using var handler = PrimaryHandler.Create(new PlannrClientOptions { AttemptTimeout = TimeSpan.FromSeconds(7) });
        if (handler is not SocketsHttpHandler connections)
        {
            Assert.Ignore("The handler of netstandard2.0 does not have these options.");
            return;
        }

        Assert.Multiple(() =>
        {
            Assert.That(connections.PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(2)));
            Assert.That(connections.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(7)));
            Assert.That(connections.EnableMultipleHttp2Connections, Is.True);
        });
    }
}

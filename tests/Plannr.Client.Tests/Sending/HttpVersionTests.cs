using System.Net;
using Plannr.Testing.Stalls;

namespace Plannr.Client.Tests.Sending;

public sealed class HttpVersionTests
{
    [Test]
    public async Task Request_asks_for_HTTP_2_or_lower()
    {
        var seen = new RecordingHandler();
        using var client = new PlannrClient(new PlannrClientOptions { AccessToken = Trial.Token }, primaryHandler: seen);

        await client.OAuthConnections.ListAsync();

        Assert.That((seen.Version, seen.Policy), Is.EqualTo((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower)));
    }

    [TestCase(Protocol.Http11OverTls)]
    [TestCase(Protocol.Http2OverTls)]
    public async Task Call_over_TLS_uses_the_protocol_that_the_server_offers(Protocol protocol)
    {
        await using var server = await StallingServer.StartAsync(protocol, Stall.BeforeFirstByte);
        var handler = await server.ConnectAsync(asksForProtocol: false);
        using var client = new PlannrClient(new PlannrClientOptions { BaseAddress = server.BaseAddress, AccessToken = Trial.Token }, primaryHandler: handler);
        using var caller = new CancellationTokenSource();

        var call = client.OAuthConnections.ListAsync(caller.Token);

        // The server checks the protocol before it starts the response.
        Assert.That(async () => await server.Started, Throws.Nothing);
        await caller.CancelAsync();
        Assert.CatchAsync<OperationCanceledException>(() => call);
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public Version? Version { get; private set; }

        public HttpVersionPolicy? Policy { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Version, Policy) = (request.Version, request.VersionPolicy);
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") });
        }
    }
}

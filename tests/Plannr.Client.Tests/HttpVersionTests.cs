using System.Net;

namespace Plannr.Client.Tests;

public sealed class HttpVersionTests
{
    [Test]
    public async Task HTTP_2_is_asked_for_where_the_server_offers_it()
    {
        var seen = new Seeing();
        using var client = new PlannrClient(new PlannrClientOptions { AccessToken = Trial.Token }, primaryHandler: seen);

        await client.OAuthConnections.ListAsync();

        Assert.That((seen.Version, seen.Policy), Is.EqualTo((HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower)));
    }

    private sealed class Seeing : HttpMessageHandler
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

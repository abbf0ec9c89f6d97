using System.Net.Http.Headers;
using Plannr.Runtime.Requests;

namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests the requests that are sent, and the arguments that throw before a request is sent.</summary>
public sealed class RequestTests
{
    [Test]
    public async Task Base_address_with_a_path_keeps_its_path([Values("", "/", "/gateway", "/gateway/", "/gateway/?key=value#part")] string prefix)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = new HttpClient { BaseAddress = new Uri(server.BaseAddress, prefix) };

        await httpClient.UpdateAsync();

        Assert.That(server.Requests.Single(), Does.StartWith(
            $"PUT {prefix.Split('?')[0].TrimEnd('/')}/api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed HTTP/1.1\r\n"));
    }

    [Test]
    public void Request_without_a_base_address_uses_the_server_of_the_contract()
    {
        var handler = new RecordingHandler();
        using var httpClient = new HttpClient(handler);

        Assert.ThrowsAsync<HttpRequestException>(() => httpClient.UpdateAsync());

        Assert.That(handler.RequestUri, Is.EqualTo(
            new Uri("https://api.plannrcrm.com/api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed")));
    }

    [Test]
    public void Request_without_a_base_address_and_a_server_throws()
    {
        using var httpClient = new HttpClient();

        var exception = Assert.ThrowsAsync<InvalidOperationException>(() => new ServerlessClient(httpClient).SendAsync());

        Assert.That(exception!.Message, Is.EqualTo("The contract does not specify a server, and the HttpClient has no BaseAddress. Set BaseAddress."));
    }

    [TestCase("My Fundment Account 1")]
    [TestCase("")]
    [TestCase("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028")]
    [TestCase("Ünïcödé 漢字 😀 \U0010FFFF")]
    public async Task Update_sends_the_label_unchanged(string label)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();

        await new OAuthConnectionsClient(httpClient).UpdateAsync(Calls.Uuid, new UpdateOAuthConnectionRequest { Label = label });

        var body = server.Requests.Single().Split("\r\n\r\n", 2)[1];
        Assert.That(System.Text.Json.JsonDocument.Parse(body).RootElement.GetProperty("label").GetString(), Is.EqualTo(label));
    }

    [Test]
    public async Task Update_with_an_unpaired_surrogate_throws_before_sending()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();

        var exception = Assert.ThrowsAsync<ArgumentException>(
            () => new OAuthConnectionsClient(httpClient).UpdateAsync(Calls.Uuid, new UpdateOAuthConnectionRequest { Label = "secret \ud83d" }));

        Assert.That(exception!.ParamName, Is.EqualTo("body"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Update_with_an_empty_UUID_throws_before_sending()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();

        var exception = Assert.ThrowsAsync<ArgumentException>(
            () => new OAuthConnectionsClient(httpClient).UpdateAsync(Guid.Empty, new UpdateOAuthConnectionRequest()));

        Assert.That(exception!.ParamName, Is.EqualTo("oauthConnectionUuid"));
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public void Update_without_a_body_throws()
    {
        using var httpClient = new HttpClient();

        var exception = Assert.ThrowsAsync<ArgumentNullException>(() => new OAuthConnectionsClient(httpClient).UpdateAsync(Calls.Uuid, null!));

        Assert.That(exception!.ParamName, Is.EqualTo("body"));
    }

    [Test]
    public void Constructor_without_an_HttpClient_throws()
        => Assert.Throws<ArgumentNullException>(() => _ = new OAuthConnectionsClient(null!));

    [Test]
    public async Task Client_handles_concurrent_calls()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, """{"label":"Mine"}"""));
        using var httpClient = server.CreateClient();

        var connections = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => httpClient.UpdateAsync()));

        Assert.That(connections.Select(c => c.Label), Is.All.EqualTo("Mine"));
        Assert.That(server.Requests, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task Headers_of_the_HttpClient_are_sent()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();
        httpClient.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "abc");
        httpClient.DefaultRequestHeaders.Add("X-PLANNR-ACCOUNT-UUID", "1b4bb605-6f76-4aed-a4d0-e7b3723b806a");

        await httpClient.UpdateAsync();

        Assert.That(server.Requests.Single(), Does.Contain("\r\nAuthorization: Bearer abc\r\n"));
        Assert.That(server.Requests.Single(), Does.Contain("\r\nX-PLANNR-ACCOUNT-UUID: 1b4bb605-6f76-4aed-a4d0-e7b3723b806a\r\n"));
    }

    private sealed class ServerlessClient(HttpClient httpClient) : ApiClient(httpClient, server: null)
    {
        public Task<ApiResponse> SendAsync() => SendAsync(new ApiRequest(new ApiOperation("Root_Get", "GET", "/").Success(204)), CancellationToken.None);
    }

    private sealed class RecordingHandler : HttpMessageHandler
    {
        public Uri? RequestUri { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            RequestUri = request.RequestUri;
            throw new HttpRequestException("There is no network in this test.");
        }
    }
}

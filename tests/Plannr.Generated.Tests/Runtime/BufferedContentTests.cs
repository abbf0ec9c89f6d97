using System.Net;
using System.Text;
using Plannr.Runtime.Responses;

namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests the content of a response after a handler has buffered its body.</summary>
public sealed class BufferedContentTests
{
    private const string Body = """{"label":"Café"}""";

    [Test]
    public async Task Buffered_content_can_be_read_repeatedly()
    {
        string? first = null, second = null, third = null;
        using var httpClient = ClientOf(() => new StringContent(Body, Encoding.UTF8, "application/json"), async response =>
        {
            first = await response.Content.ReadAsStringAsync();
            second = await response.Content.ReadAsStringAsync();
            await using var stream = await response.Content.ReadAsStreamAsync();
            third = await new StreamReader(stream).ReadToEndAsync();
        });

        var connection = await httpClient.UpdateAsync();

        Assert.That(new[] { first, second, third }, Is.All.EqualTo(Body));
        Assert.That(connection.Label, Is.EqualTo("Café"));
    }

    [Test]
    public void Buffered_content_can_be_copied()
    {
        using var copy = new MemoryStream();
        using var httpClient = ClientOf(() => new StringContent(Body), response => response.Content.CopyToAsync(copy));

        // The media type is text/plain.
        Assert.CatchAsync<PlannrApiException>(() => httpClient.UpdateAsync());

        Assert.That(Encoding.UTF8.GetString(copy.ToArray()), Is.EqualTo(Body));
    }

    [Test]
    public async Task Stream_of_buffered_content_is_valid_after_the_response_is_disposed()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        var response = new HttpResponseMessage { Content = new StringContent(Body) };
        await ResponseBody.BufferAsync(request, response, maxBytes: 100, CancellationToken.None);
        await using var stream = await response.Content.ReadAsStreamAsync();
        response.Dispose();

        // Rents the buffer that the first response returned to the pool.
        using var other = new HttpResponseMessage { Content = new StringContent(new string(' ', Body.Length)) };
        await ResponseBody.BufferAsync(request, other, maxBytes: 100, CancellationToken.None);

        // HttpContent disposes the stream with the content, but its bytes must still be those of the first response.
        Assert.That(Encoding.UTF8.GetString(((MemoryStream)stream).ToArray()), Is.EqualTo(Body));
    }

    [Test]
    public async Task Buffered_content_has_the_headers_of_the_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using var response = new HttpResponseMessage { Content = new StringContent(Body, Encoding.UTF8, "application/json") };
        response.Content.Headers.Add("Content-Language", ["de", "en"]);

        await ResponseBody.BufferAsync(request, response, maxBytes: 100, CancellationToken.None);

        Assert.That($"{response.Content.Headers.ContentType}", Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(Encoding.UTF8.GetByteCount(Body)));
        Assert.That(response.Content.Headers.ContentLanguage, Is.EqualTo(new[] { "de", "en" }));
    }

    [Test]
    public async Task Buffering_disposes_the_connection_and_buffering_again_keeps_the_body()
    {
        var connection = new WatchedContent(Encoding.UTF8.GetBytes(Body));
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        using var response = new HttpResponseMessage { Content = connection };

        await ResponseBody.BufferAsync(request, response, maxBytes: 100, CancellationToken.None);
        await ResponseBody.BufferAsync(request, response, maxBytes: 100, CancellationToken.None);

        Assert.That(connection.IsDisposed, Is.True);
        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo(Body));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Content_over_the_limit_keeps_its_headers_and_throws_when_it_is_read(bool isAnnounced)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        var connection = isAnnounced ? new StringContent(Body) : (HttpContent)new StreamContent(new UnseekableStream(Encoding.UTF8.GetBytes(Body)));
        using var response = new HttpResponseMessage { Content = connection };

        await ResponseBody.BufferAsync(request, response, maxBytes: 10, CancellationToken.None);

        Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(isAnnounced ? Encoding.UTF8.GetByteCount(Body) : null));
        var exception = Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
        Assert.That(exception!.Message, Is.EqualTo("The body of the response is larger than 10 bytes and was not read."));
    }

    [TestCase(10, 100)]
    [TestCase(100, 10)]
    public void Client_reports_the_lower_of_two_limits(int ofHandler, int ofClient)
    {
        using var httpClient = ClientOf(() => new StringContent(Body, Encoding.UTF8, "application/json"), _ => Task.CompletedTask, ofHandler);
        var client = new OAuthConnectionsClient(httpClient) { MaxResponseBytes = ofClient };

        var exception = Assert.ThrowsAsync<PlannrApiException>(() => client.ListAsync());

        Assert.That(exception!.Message, Does.EndWith("its body is larger than MaxResponseBytes (10 bytes) and was not read."));
        Assert.That(exception.ResponseBody, Is.Empty);
    }

    [Test]
    public async Task Client_reads_content_that_a_handler_replaced()
    {
        using var httpClient = ClientOf(() => new StringContent("{}", Encoding.UTF8, "application/json"), response =>
        {
            response.Content = new StringContent(Body, Encoding.UTF8, "application/json");
            return Task.CompletedTask;
        });

        Assert.That((await httpClient.UpdateAsync()).Label, Is.EqualTo("Café"));
    }

    [Test]
    public async Task Client_reads_a_body_that_a_handler_has_read()
    {
        var seen = "";
        await using var server = RawServer.Answering(RawResponse.Json(200, Body));
        using var httpClient = new HttpClient(new ReadingHandler(async response => seen = await response.Content.ReadAsStringAsync())) { BaseAddress = server.BaseAddress };

        Assert.That((await httpClient.UpdateAsync()).Label, Is.EqualTo("Café"));

        Assert.That(seen, Is.EqualTo(Body));
    }

    private static HttpClient ClientOf(Func<HttpContent> content, Func<HttpResponseMessage, Task> read, int maxBytes = 100)
        => new(new BufferingHandler(content, read, maxBytes));

    /// <summary>Buffers the body of each response, and passes the response to a handler outside this one.</summary>
    private sealed class BufferingHandler(Func<HttpContent> content, Func<HttpResponseMessage, Task> read, int maxBytes) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = content() };
            await ResponseBody.BufferAsync(request, response, maxBytes, cancellationToken);
            await read(response);
            return response;
        }
    }

    private sealed class ReadingHandler(Func<HttpResponseMessage, Task> read) : DelegatingHandler(new HttpClientHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await read(response);
            return response;
        }
    }

    private sealed class WatchedContent(byte[] body) : ByteArrayContent(body)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class UnseekableStream(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}

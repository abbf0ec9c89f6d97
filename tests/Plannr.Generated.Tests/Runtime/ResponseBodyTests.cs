using System.IO.Compression;
using System.Net;
using System.Text;

namespace Plannr.Generated.Tests.Runtime;

/// <summary>Tests how response bodies are read: cancellation, timeout, maximum size and charsets.</summary>
public sealed class ResponseBodyTests
{
    private static readonly byte[] StalledResponse =
        [.. RawResponse.Head(200, "Content-Type: application/json", "Content-Length: 1000"), .. "{\"label\":"u8];

    [Test]
    public async Task Stalled_body_ends_when_the_token_is_canceled()
    {
        var sent = new TaskCompletionSource();
        await using var server = RawServer.Stalling(StalledResponse, sent);
        using var httpClient = server.CreateClient();
        using var caller = new CancellationTokenSource();

        var call = httpClient.UpdateAsync(caller.Token);
        await sent.Task;
        await caller.CancelAsync();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => call);
        Assert.That(exception!.CancellationToken, Is.EqualTo(caller.Token));
    }

    [Test]
    public async Task Stalled_body_throws_after_the_timeout_of_HttpClient()
    {
        await using var server = RawServer.Stalling(StalledResponse, new TaskCompletionSource());
        using var httpClient = server.CreateClient();
        httpClient.Timeout = TimeSpan.FromMilliseconds(250);

        var exception = Assert.ThrowsAsync<TaskCanceledException>(() => httpClient.UpdateAsync());

        Assert.That(exception!.InnerException, Is.TypeOf<TimeoutException>());
        Assert.That(exception.Message, Is.EqualTo(
            "PUT /api/v1/oauth/connections/6ff8f7f6-1eb3-3525-be4a-3932c805afed did not complete within HttpClient.Timeout (0.25 s)."));
    }

    [Test]
    public async Task Stalled_headers_throw_after_the_timeout_of_HttpClient()
    {
        await using var server = RawServer.Stalling("HTTP/1.1 200 "u8.ToArray(), new TaskCompletionSource());
        using var httpClient = server.CreateClient();
        httpClient.Timeout = TimeSpan.FromMilliseconds(250);

        var exception = Assert.ThrowsAsync<TaskCanceledException>(() => httpClient.UpdateAsync());

        Assert.That(exception!.InnerException, Is.TypeOf<TimeoutException>());
    }

    [Test]
    public void Read_that_ignores_its_token_ends_when_it_is_canceled()
    {
        var reading = new TaskCompletionSource();
        using var caller = new CancellationTokenSource();
        using var httpClient = new HttpClient(new RespondingHandler(() => new StreamContent(new DeafStream(reading))));

        var call = httpClient.UpdateAsync(caller.Token);
        Assert.That(async () => await reading.Task, Throws.Nothing);
        caller.Cancel();

        Assert.CatchAsync<OperationCanceledException>(() => call);
    }

    [Test]
    public async Task Update_with_a_canceled_token_sends_nothing()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        using var httpClient = server.CreateClient();

        Assert.CatchAsync<OperationCanceledException>(() => httpClient.UpdateAsync(new CancellationToken(canceled: true)));

        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Incomplete_body_throws_HttpRequestException()
    {
        await using var server = RawServer.Answering(StalledResponse);
        using var httpClient = server.CreateClient();

        Assert.ThrowsAsync<HttpRequestException>(() => httpClient.UpdateAsync());
    }

    [Test]
    public async Task Call_disposes_its_request_and_response()
    {
        HttpRequestMessage? request = null;
        var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var httpClient = new HttpClient(new RespondingHandler(() => content, sent => request = sent));

        await httpClient.UpdateAsync();

        Assert.Multiple(() =>
        {
            Assert.That(() => content.ReadAsStringAsync(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => request!.Content!.ReadAsStringAsync(), Throws.TypeOf<ObjectDisposedException>());
        });
    }

    [TestCase(true, TestName = "Body_of_MaxResponseBytes_is_read(announced)")]
    [TestCase(false, TestName = "Body_of_MaxResponseBytes_is_read(not announced)")]
    public async Task Body_of_MaxResponseBytes_is_read_and_a_larger_body_throws(bool isAnnounced)
    {
        const string Body = """{"label":"My Fundment Account 1"}""";
        var response = isAnnounced
            ? RawResponse.Json(200, Body)
            : [.. RawResponse.Head(200, "Content-Type: application/json"), .. Encoding.UTF8.GetBytes(Body)];
        await using var server = RawServer.Answering(response);
        using var httpClient = server.CreateClient();
        Task<OAuthConnection> UpdateWithin(int bytes) => new OAuthConnectionsClient(httpClient) { MaxResponseBytes = bytes }
            .UpdateAsync(Calls.Uuid, new UpdateOAuthConnectionRequest());

        Assert.That((await UpdateWithin(Body.Length)).Label, Is.EqualTo("My Fundment Account 1"));
        var exception = Assert.ThrowsAsync<PlannrApiException>(() => UpdateWithin(Body.Length - 1));
        Assert.That(exception!.Message, Does.EndWith($"its body is larger than MaxResponseBytes ({Body.Length - 1} bytes) and was not read."));
        Assert.That(exception.ResponseBody, Is.Empty);
    }

    [Test]
    public async Task MaxResponseBytes_is_10_MiB_by_default()
    {
        const int Limit = 10 * 1024 * 1024;
        var exception = await Calls.FailWithAsync(RawResponse.Head(200, "Content-Type: application/json", $"Content-Length: {Limit + 1}"));
        Assert.That(exception.Message, Does.Contain($"MaxResponseBytes ({Limit} bytes)"));

        var connection = await Calls.ReadConnectionAsync("{}" + new string(' ', Limit - 2));
        Assert.That(connection.Label, Is.Null);
    }

    [Test]
    public async Task MaxResponseBytes_counts_decompressed_bytes()
    {
        using var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            await zip.WriteAsync(new byte[1024 * 1024]);
        }

        await using var server = RawServer.Answering(RawResponse.Of(200, zipped.ToArray(), "Content-Type: application/json", "Content-Encoding: gzip"));
        using var handler = new HttpClientHandler { AutomaticDecompression = DecompressionMethods.GZip };
        using var httpClient = new HttpClient(handler) { BaseAddress = server.BaseAddress };
        var client = new OAuthConnectionsClient(httpClient) { MaxResponseBytes = 512 * 1024 };

        var exception = Assert.ThrowsAsync<PlannrApiException>(() => client.UpdateAsync(Calls.Uuid, new UpdateOAuthConnectionRequest()));
        Assert.That(exception!.Message, Does.Contain("larger than MaxResponseBytes"));
    }

    [Test]
    public void MaxResponseBytes_that_is_not_positive_throws()
    {
        using var httpClient = new HttpClient();
        Assert.Throws<ArgumentOutOfRangeException>(() => _ = new OAuthConnectionsClient(httpClient) { MaxResponseBytes = 0 });
    }

    [TestCase("iso-8859-1")]
    [TestCase("\"utf-8\"")]
    [TestCase("utf-16")]
    [TestCase("us-ascii")]
    public async Task Body_is_decoded_with_the_charset_of_the_header(string charset)
    {
        var label = charset == "us-ascii" ? "Cafe" : "Café";
        var body = Encoding.GetEncoding(charset.Trim('"')).GetBytes($$"""{"label":"{{label}}"}""");
        await using var server = RawServer.Answering(RawResponse.Of(200, body, $"Content-Type: application/json; charset={charset}"));
        using var httpClient = server.CreateClient();

        Assert.That((await httpClient.UpdateAsync()).Label, Is.EqualTo(label));
    }

    [TestCase("application/json; charset=klingon")]
    [TestCase("application/json; charset=utf-7")]
    [TestCase("application/problem+json")]
    [TestCase("text/json")]
    public async Task Body_with_an_unknown_charset_is_decoded_as_UTF8(string contentType)
    {
        await using var server = RawServer.Answering(RawResponse.Of(200, """{"label":"Café 😀"}"""u8.ToArray(), $"Content-Type: {contentType}"));
        using var httpClient = server.CreateClient();

        Assert.That((await httpClient.UpdateAsync()).Label, Is.EqualTo("Café 😀"));
    }

    [Test]
    public async Task Body_with_a_byte_order_mark_is_read()
    {
        byte[] body = [.. Encoding.UTF8.Preamble, .. """{"label":"Café"}"""u8];
        await using var server = RawServer.Answering(RawResponse.Of(200, body, "Content-Type: application/json"));
        using var httpClient = server.CreateClient();

        Assert.That((await httpClient.UpdateAsync()).Label, Is.EqualTo("Café"));
    }

    [Test]
    public async Task Body_with_invalid_bytes_throws()
    {
        var exception = await Calls.FailWithAsync(RawResponse.Of(200, [.. "{\"label\":\""u8, 0xC3, 0x28, .. "\"}"u8], "Content-Type: application/json"));

        Assert.That(exception.Message, Does.EndWith("its body is not valid utf-8."));
        Assert.That(exception.ResponseBody, Is.EqualTo("{\"label\":\"\uFFFD(\"}"));
    }

    private sealed class RespondingHandler(Func<HttpContent> content, Action<HttpRequestMessage>? sent = null) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent?.Invoke(request);
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content() });
        }
    }

    /// <summary>A stream whose reads end only when the stream is closed, like those of .NET Framework.</summary>
    private sealed class DeafStream(TaskCompletionSource reading) : Stream
    {
        private readonly TaskCompletionSource<int> _closed = new();

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            reading.TrySetResult();
            return _closed.Task;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => new(ReadAsync([], 0, 0, cancellationToken));

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _closed.TrySetException(new ObjectDisposedException(nameof(DeafStream)));
            base.Dispose(disposing);
        }
    }
}

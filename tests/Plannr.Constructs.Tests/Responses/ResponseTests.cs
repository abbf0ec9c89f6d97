using System.Net;
using System.Text;
using Plannr.Constructs.Responses;
using Plannr.Generated;
using Plannr.Runtime.Json;
using Plannr.Runtime.Requests;
using Plannr.Runtime.Responses;

namespace Plannr.Constructs.Tests.Responses;

/// <summary>Tests responses with several status codes, ranges, media types, and headers.</summary>
public sealed class ResponseTests
{
    private static readonly ApiOperation Get = new ApiOperation("Things_Get", "GET", "/things").Success(200);

    [TestCase(200, "application/vnd.example.v2+json")]
    [TestCase(201, "application/json; charset=utf-8")]
    public async Task Every_success_with_a_body_is_read(int status, string mediaType)
    {
        var thing = await Exchange.ResultOf(RawResponse.Of(status, "{\"name\":\"A\"}"u8.ToArray(), "Content-Type: " + mediaType), c => new ThingsClient(c).SaveAsync());

        Assert.That(thing!.Name, Is.EqualTo("A"));
    }

    [Test]
    public async Task Success_without_a_body_returns_null()
    {
        var response = await Exchange.ResultOf(RawResponse.Head(204), c => new ThingsClient(c).SaveWithResponseAsync());

        Assert.That((response.StatusCode, response.Value), Is.EqualTo((204, default(Thing))));
    }

    [Test]
    public async Task Accept_header_lists_the_documented_media_types()
        => Assert.That(
            Exchange.Header(await Exchange.RequestOf(c => new ThingsClient(c).SaveAsync()), "Accept"),
            Is.EqualTo("application/vnd.example.v2+json, application/json, application/problem+json"));

    [Test]
    public void Status_code_takes_precedence_over_its_range_and_the_range_over_the_default()
    {
        Assert.That(Error<Problem>(404, """{"title":"none"}""").Error.Title, Is.EqualTo("none"));
        Assert.That(Error<Mistake>(422, """{"message":"wrong"}""").Error.Message, Is.EqualTo("wrong"));
        Assert.That(Error<Problem>(302, """{"title":"elsewhere"}""").Error.Title, Is.EqualTo("elsewhere"));
        Assert.That(Thrown(503, """{"title":"failed"}"""), Is.TypeOf<PlannrApiException>(), "The body of the default response does not apply to a range without a body.");

        static PlannrApiException<T> Error<T>(int status, string body) => (PlannrApiException<T>)Thrown(status, body);

        static PlannrApiException Thrown(int status, string body)
            => Assert.CatchAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Of(status, Encoding.UTF8.GetBytes(body), "Content-Type: application/problem+json"), c => new ThingsClient(c).SaveAsync()))!;
    }

    [TestCase(200)]
    [TestCase(299)]
    public async Task Every_status_code_of_a_success_range_is_read(int status)
        => Assert.That(await Exchange.ResultOf(RawResponse.Json(status, "\"started\""), c => new ThingsClient(c).StartAsync()), Is.EqualTo("started"));

    [TestCase(202)]
    [TestCase(204)]
    public async Task Every_documented_success_without_a_body_succeeds(int status)
        => Assert.That((await Exchange.ResultOf(RawResponse.Head(status, "Content-Length: 0"), c => new ThingsClient(c).DeleteWithResponseAsync())).StatusCode, Is.EqualTo(status));

    [Test]
    public void Undocumented_success_throws()
        => Assert.ThrowsAsync<PlannrApiException>(() => Exchange.ResultOf(RawResponse.Head(200, "Content-Length: 0"), async c => await new ThingsClient(c).DeleteWithResponseAsync()));

    [Test]
    public async Task Response_to_HEAD_is_read_without_a_body()
        => Assert.That(await Exchange.RequestOf(RawResponse.Head(200, "Content-Length: 5"), c => new ThingsClient(c).CheckAsync()), Does.StartWith("HEAD /things HTTP/1.1\n"));

    [Test]
    public async Task GetHeader_converts_a_value_to_the_requested_type_or_throws()
    {
        var response = await Exchange.ResultOf(
            RawResponse.Json(200, "{}", "X-Remaining: 7", "X-Next: https://example.test/2", "X-Odd: x", "X-Blank: "),
            c => new ThingsClient(c).SaveWithResponseAsync());

        Assert.That(response.GetHeader<long>("x-remaining"), Is.EqualTo(7));
        Assert.That(response.GetHeader<Uri>("X-Next"), Is.EqualTo(new Uri("https://example.test/2")));
        Assert.That(response.GetHeader<string>("X-Odd"), Is.EqualTo("x"));
        Assert.That(response.GetHeader<long?>("X-Missing"), Is.Null);
        Assert.That((response.GetHeader<Uri>("X-Blank"), response.GetHeader<string>("X-Blank")), Is.EqualTo((default(Uri), "")));
        Assert.That(Assert.Throws<FormatException>(() => response.GetHeader<long>("X-Odd"))!.Message, Is.EqualTo("The value of the header 'X-Odd' is not a valid Int64."));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Response_has_its_body_only_if_the_client_keeps_bodies(bool isKept)
    {
        var client = Client(_ => Json(HttpStatusCode.OK, "\"a\""), isKept);
        var null200 = new ApiOperation("Things_Get", "GET", "/things").Success(200, nullable: true);
        var nullClient = Client(_ => Json(HttpStatusCode.OK, "null"), isKept);

        Assert.That((await client.ReadAsync(Get)).ResponseBody, Is.EqualTo(isKept ? "\"a\"" : null));
        Assert.That((await client.ReadTextAsync(Get)).ResponseBody, Is.EqualTo(isKept ? "\"a\"" : null));
        Assert.That((await client.IgnoreAsync(Get)).ResponseBody, Is.EqualTo(isKept ? "\"a\"" : null));
        Assert.That((await nullClient.ReadAsync(null200)).ResponseBody, Is.EqualTo(isKept ? "null" : null));
    }

    [Test]
    public async Task Null_is_read_if_the_response_is_nullable_and_throws_otherwise()
    {
        var client = Client(_ => Json(HttpStatusCode.OK, "null"));

        Assert.That((await client.ReadAsync(new ApiOperation("Things_Get", "GET", "/things").Success(200, nullable: true))).Value, Is.Null);
        Assert.That(() => client.ReadAsync(Get), Throws.TypeOf<PlannrApiException>());
    }

    [Test]
    public void Success_without_a_body_throws_and_reports_drift()
    {
        var drifts = new List<ContractDriftKind>();
        var client = Client(_ => Json(HttpStatusCode.OK, ""), observe: drift => drifts.Add(drift.Kind));

        Assert.That(() => client.ReadAsync(Get), Throws.TypeOf<PlannrApiException>());
        Assert.That(drifts, Is.EqualTo(new[] { ContractDriftKind.InvalidBody }));
    }

    [Test]
    public void Text_that_is_not_valid_in_its_charset_throws_and_reports_drift()
    {
        var drifts = new List<ContractDriftKind>();
        var client = Client(_ => new HttpResponseMessage { Content = new ByteArrayContent([0xff]) { Headers = { ContentType = new("text/plain", "utf-8") } } }, observe: drift => drifts.Add(drift.Kind));

        Assert.That(() => client.ReadTextAsync(Get), Throws.TypeOf<PlannrApiException>());
        Assert.That(drifts, Is.EqualTo(new[] { ContractDriftKind.InvalidBody }));
    }

    [Test]
    public void ErrorConverter_replaces_the_exception_of_a_response()
    {
        var converted = new PlannrApiException("converted", "GET", "/things", 404, new Dictionary<string, IReadOnlyList<string>>(), "");
        var client = Client(_ => Json(HttpStatusCode.NotFound, "{}"), convert: exception => exception.StatusCode == 404 ? converted : exception);

        Assert.That(() => client.ReadAsync(Get), Throws.Exception.SameAs(converted));
    }

    [Test]
    public void MaxResponseBytes_that_is_not_positive_throws()
    {
        using var httpClient = new HttpClient();

        Assert.That(new ThingsClient(httpClient) { MaxResponseBytes = 1 }.MaxResponseBytes, Is.EqualTo(1));
        Assert.That(
            () => new ThingsClient(httpClient) { MaxResponseBytes = 0 },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.StartsWith("MaxResponseBytes must be positive."));
    }

    [TestCase(3, true)]
    [TestCase(2, false)]
    public async Task Body_that_a_handler_buffered_is_read_up_to_MaxResponseBytes(int maxBytes, bool isRead)
    {
        using var request = new HttpRequestMessage();
        using var received = Json(HttpStatusCode.OK, "\"a\"");
        var body = await BodyBuffer.ReadAsync(request, received, maxBytes: 100, Timeout.InfiniteTimeSpan, CancellationToken.None);
        var client = Client(_ => new HttpResponseMessage { Content = new BufferedContent(body!) { Headers = { ContentType = new("application/json") } } }, maxBytes: maxBytes);

        Assert.That(
            () => client.ReadAsync(Get),
            isRead ? Throws.Nothing : Throws.TypeOf<PlannrApiException>().With.Message.EqualTo("GET /things returned status 200, but its body is larger than MaxResponseBytes (2 bytes) and was not read."));
    }

    [Test]
    public void Call_without_a_request_throws()
        => Assert.That(() => Client(_ => Json(HttpStatusCode.OK, "{}")).SendAsync(null!), Throws.ArgumentNullException.With.Property("ParamName").EqualTo("request"));

    [Test]
    public void Call_without_a_server_throws()
    {
        using var httpClient = new HttpClient();

        Assert.That(
            () => new ThingsClient(httpClient).SaveAsync(),
            Throws.InvalidOperationException.With.Message.EqualTo("The contract does not specify a server, and the HttpClient has no BaseAddress. Set BaseAddress."));
    }

    [Test]
    public async Task Client_sends_each_operation_to_its_own_server()
    {
        var urls = new List<string>();
        var client = Client(request =>
        {
            urls.Add(request.RequestUri!.AbsoluteUri);
            return Json(HttpStatusCode.OK, "\"a\"");
        });
        var other = new ApiOperation("Files_Get", "GET", "/files").OnServer("https://files.example.test/v2/").Success(200);

        await client.ReadAsync(Get);
        await client.ReadAsync(other);
        await client.ReadAsync(Get);

        Assert.That(urls, Is.EqualTo(new[] { "https://example.test/things", "https://files.example.test/v2/files", "https://example.test/things" }));
    }

    [Test]
    public void Canceled_call_throws_with_the_token_of_the_caller()
    {
        using var cancellation = new CancellationTokenSource();
        using var content = new DisposableContent(() => cancellation.Cancel());
        var client = Client(_ => new HttpResponseMessage { Content = content });

        var exception = Assert.ThrowsAsync<OperationCanceledException>(() => client.ReadAsync(Get, cancellation.Token))!;

        Assert.That((exception.Message, exception.CancellationToken), Is.EqualTo(("The call was canceled.", cancellation.Token)));
    }

    [Test]
    public void Connection_that_fails_in_the_body_throws_and_disposes_the_response()
    {
        using var content = new DisposableContent(() => { });
        var client = Client(_ => new HttpResponseMessage { Content = content });

        Assert.That(() => client.ReadAsync(Get), Throws.TypeOf<HttpRequestException>().With.Message.EqualTo("The connection failed while the response to GET /things was being read."));
        Assert.That(content.IsDisposed, Is.True, "The response must be disposed.");
    }

    [Test]
    public void Timeout_of_the_HttpClient_throws_with_the_request_and_the_time()
    {
        var cause = new TaskCanceledException("late", new TimeoutException());
        var client = Client(_ => throw cause);

        var exception = Assert.ThrowsAsync<TaskCanceledException>(() => client.ReadAsync(Get))!;

        Assert.That(exception.Message, Is.EqualTo("GET /things did not complete within HttpClient.Timeout (100 s)."));
        Assert.That((exception.InnerException!.Message, exception.InnerException.InnerException), Is.EqualTo((exception.Message, cause)));
        Assert.That(exception.InnerException, Is.TypeOf<TimeoutException>());
    }

    [Test]
    public void Cancellation_after_the_timeout_of_the_HttpClient_throws_as_a_timeout()
        => Assert.That(
            () => Client(_ => throw new OperationCanceledException("late"), timeout: TimeSpan.FromTicks(1)).ReadAsync(Get),
            Throws.TypeOf<TaskCanceledException>().With.InnerException.TypeOf<TimeoutException>());

    [TestCase(100_000)]
    [TestCase(-1)]
    public void Cancellation_by_a_handler_before_the_timeout_is_not_changed(int timeoutMilliseconds)
    {
        var canceled = new OperationCanceledException("canceled by a handler");
        var client = Client(_ => throw canceled, timeout: TimeSpan.FromMilliseconds(timeoutMilliseconds));

        Assert.That(() => client.ReadAsync(Get), Throws.Exception.SameAs(canceled));
    }

    [Test]
    public void Failed_connection_throws_and_disposes_the_request()
    {
        var failed = new HttpRequestException("failed");
        using var body = new DisposableContent(() => { });
        var client = Client(request =>
        {
            request.Content = body;
            throw failed;
        });

        Assert.That(() => client.ReadAsync(Get), Throws.Exception.SameAs(failed));
        Assert.That(body.IsDisposed, Is.True, "The request must be disposed with its body.");
    }

    private static TestClient Client(
        Func<HttpRequestMessage, HttpResponseMessage> respond, bool keepsBodies = false, Action<ContractDrift>? observe = null,
        Func<PlannrApiException, PlannrApiException>? convert = null, TimeSpan? timeout = null, int maxBytes = 100)
    {
        var httpClient = new HttpClient(new RespondingHandler(respond)) { Timeout = timeout ?? TimeSpan.FromSeconds(100) };
        return new TestClient(httpClient) { KeepsResponseBodies = keepsBodies, MaxResponseBytes = maxBytes, DriftObserver = observe, ErrorConverter = convert };
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string body) => new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    private sealed class TestClient(HttpClient httpClient) : ApiClient(httpClient, new Uri("https://example.test"))
    {
        public Task<ApiResponse<string>> ReadAsync(ApiOperation operation, CancellationToken cancellationToken = default)
            => SendAsync(new ApiRequest(operation), JsonFormats.Text, cancellationToken);

        public Task<ApiResponse<string>> ReadTextAsync(ApiOperation operation) => SendForTextAsync(new ApiRequest(operation), CancellationToken.None);

        public Task<ApiResponse> IgnoreAsync(ApiOperation operation) => SendAsync(new ApiRequest(operation));

        public Task<ApiResponse> SendAsync(ApiRequest request) => SendAsync(request, CancellationToken.None);
    }

    private sealed class RespondingHandler(Func<HttpRequestMessage, HttpResponseMessage> respond) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(respond(request));
    }

    // Calls an action and fails when it is read.
    private sealed class DisposableContent(Action reading) : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task<Stream> CreateContentReadStreamAsync()
        {
            reading();
            throw new IOException();
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}

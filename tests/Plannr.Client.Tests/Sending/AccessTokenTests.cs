using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace Plannr.Client.Tests.Sending;

[TestFixture(Construction.Plain)]
[TestFixture(Construction.DependencyInjection)]
public sealed class AccessTokenTests(Construction construction)
{
    [Test]
    public async Task Token_provider_is_called_for_each_request()
    {
        var tokens = new Tokens("token-1", "token-2", "token-3");
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, tokens);

        for (var i = 0; i < 3; i++)
        {
            await client.Client.OAuthConnections.ListAsync();
            tokens.Rotate();
        }

        Assert.That(TokensOf(server), Is.EqualTo(new[] { "token-1", "token-2", "token-3" }));
        Assert.That(tokens.Rejected, Is.Empty);
    }

    [Test]
    public async Task Header_is_reused_until_the_token_changes()
    {
        var tokens = new Tokens("token-1", "token-2");
        using var sent = new RecordingHandler(HttpStatusCode.OK);
        await using var client = Create(sent, tokens);

        await client.Client.OAuthConnections.ListAsync();
        await client.Client.OAuthConnections.ListAsync();
        tokens.Rotate();
        await client.Client.OAuthConnections.ListAsync();

        Assert.That(sent.Headers[1], Is.SameAs(sent.Headers[0]));
        Assert.That(sent.Headers[2]!.Parameter, Is.EqualTo("token-2"));
    }

    [Test]
    public async Task List_after_401_retries_once_with_the_new_token()
    {
        var tokens = new Tokens("old", "new") { RotatesWhenRejected = true };
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
            await stream.WriteAsync(tokens.Rejected.Count == 0 ? Unauthenticated : RawResponse.Json(200, "{}"), cancellationToken));
        using var logs = new Logs();
        await using var client = Create(server, tokens, logs);

        await client.Client.OAuthConnections.ListAsync();

        Assert.That(TokensOf(server), Is.EqualTo(new[] { "old", "new" }));
        Assert.That(tokens.Rejected, Is.EqualTo(new[] { "old" }));
        Assert.That(logs.Lines, Has.One.EqualTo("Warning Plannr.Client[4] OAuthConnections_List returned status 401. Requesting a new token from the access token provider."));
    }

    [Test]
    public async Task Response_with_401_is_disposed_before_the_request_is_sent_again()
    {
        using var sent = new RecordingHandler(HttpStatusCode.Unauthorized, HttpStatusCode.OK);
        await using var client = Create(sent, new Tokens("old", "new") { RotatesWhenRejected = true });

        await client.Client.OAuthConnections.ListAsync();

        Assert.That(sent.Headers.Select(header => header!.Parameter), Is.EqualTo(new[] { "old", "new" }));
        Assert.That(sent.Responses[0].IsDisposed, Is.True);
    }

    [Test]
    public async Task Retry_with_a_401_after_a_rejected_token_throws_without_asking_for_another()
    {
        var tokens = new Tokens("1", "2", "3") { RotatesWhenRejected = true };
        using var sent = new RecordingHandler(HttpStatusCode.Unauthorized, HttpStatusCode.ServiceUnavailable, HttpStatusCode.Unauthorized);
        await using var client = Create(sent, tokens);

        Assert.ThrowsAsync<PlannrAuthenticationException>(() => client.Client.OAuthConnections.ListAsync());

        Assert.That(sent.Headers.Select(header => header!.Parameter), Is.EqualTo(new[] { "1", "2", "2" }));
        Assert.That(tokens.Rejected, Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Request_with_a_body_that_cannot_be_sent_again_is_not_sent_again_after_401()
    {
        var tokens = new Tokens("old", "new") { RotatesWhenRejected = true };
        using var sent = new RecordingHandler(HttpStatusCode.Unauthorized);
        using var plannr = new PlannrClient(new PlannrClientOptions { AccessTokenProvider = tokens, BaseAddress = new Uri("https://gateway.example") }, primaryHandler: sent);
        using var content = new StreamContent(new DeflateStream(new MemoryStream(), CompressionMode.Decompress));

        using var response = await plannr.HttpClient.PutAsync(new Uri("things", UriKind.Relative), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(sent.Headers, Has.Count.EqualTo(1));
        Assert.That(tokens.Rejected, Is.Empty);
    }

    [Test]
    public async Task List_after_401_without_a_new_token_throws_after_one_request()
    {
        var tokens = new Tokens("old");
        await using var server = RawServer.Answering(Unauthenticated);
        await using var client = Create(server, tokens);

        var exception = Assert.ThrowsAsync<PlannrAuthenticationException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Error.Message, Is.EqualTo("Unauthenticated."));
        Assert.That(TokensOf(server), Is.EqualTo(new[] { "old" }));
        Assert.That(tokens.Rejected, Is.EqualTo(new[] { "old" }));
    }

    [Test]
    public async Task List_after_a_second_401_throws()
    {
        var tokens = new Tokens("1", "2", "3") { RotatesWhenRejected = true };
        await using var server = RawServer.Answering(Unauthenticated);
        await using var client = Create(server, tokens);

        Assert.ThrowsAsync<PlannrAuthenticationException>(() => client.Client.OAuthConnections.ListAsync());

        Assert.That(TokensOf(server), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(tokens.Rejected, Is.EqualTo(new[] { "1" }));
    }

    [TestCase("secret\r\nX-Injected: 1")]
    [TestCase("secret token")]
    [TestCase("sécret")]
    [TestCase("")]
    [TestCase(null)]
    public async Task List_with_an_invalid_token_throws_without_sending_or_quoting_it(string? token)
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, new Tokens(token!));

        var exception = Assert.ThrowsAsync<PlannrAuthenticationException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Is.EqualTo(
            "GET /api/v1/oauth/connections was not sent: the access token provider returned an invalid access token. It must contain only the token, without spaces, line breaks or non-ASCII characters."));
        Assert.That(exception.ToString(), Does.Not.Contain("cret"));
        Assert.That(exception.StatusCode, Is.Zero);
        Assert.That(server.Requests, Is.Empty);
    }

    [Test]
    public async Task Client_with_a_token_with_a_line_break_cannot_be_created()
    {
        var exception = Assert.CatchAsync<OptionsValidationException>(async () =>
        {
            await using var client = ClientUnderTest.Create(construction, options => options.AccessToken = "secret\n");
        })!;

        Assert.That(exception.Message, Does.StartWith("AccessToken is not a valid access token"));
        Assert.That(exception.ToString(), Does.Not.Contain("secret"));
    }

    [Test]
    public async Task List_with_a_failing_token_provider_throws_without_a_retry()
    {
        var tokens = new Tokens("1") { Failure = new HttpRequestException("The identity provider is down.") };
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, tokens);

        var exception = Assert.ThrowsAsync<PlannrAuthenticationException>(() => client.Client.OAuthConnections.ListAsync())!;

        Assert.That(exception.Message, Is.EqualTo("GET /api/v1/oauth/connections was not sent: the access token provider failed."));
        Assert.That(exception.InnerException, Is.SameAs(tokens.Failure));
        Assert.That(tokens.Asked, Is.EqualTo(1));
    }

    [Test]
    public async Task List_with_a_hanging_token_provider_can_be_canceled()
    {
        var tokens = new Tokens("1") { Hangs = true };
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var client = Create(server, tokens);
        using var cancellation = new CancellationTokenSource();

        var call = client.Client.OAuthConnections.ListAsync(cancellation.Token);
        await cancellation.CancelAsync();

        Assert.CatchAsync<OperationCanceledException>(() => call);
    }

    [Test]
    public async Task Account_header_is_sent_only_if_the_option_is_set()
    {
        await using var server = RawServer.Answering(RawResponse.Json(200, "{}"));
        await using var with = ClientUnderTest.Create(construction, options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessToken = Trial.Token;
            options.AccountUuid = new Guid("1b4bb605-6f76-4aed-a4d0-e7b3723b806a");
        });
        await using var without = Create(server, new Tokens("1"));

        await with.Client.OAuthConnections.ListAsync();
        await without.Client.OAuthConnections.ListAsync();

        Assert.That(server.Requests[0], Does.Contain("\r\nX-PLANNR-ACCOUNT-UUID: 1b4bb605-6f76-4aed-a4d0-e7b3723b806a\r\n"));
        Assert.That(server.Requests[1], Does.Not.Contain("X-PLANNR-ACCOUNT-UUID"));
    }

    private static byte[] Unauthenticated => RawResponse.Json(401, """{"message":"Unauthenticated."}""");

    private static IEnumerable<string> TokensOf(RawServer server)
        => server.Requests.Select(request => request.Split("\r\nAuthorization: Bearer ", 2)[1].Split("\r\n")[0]);

    private ClientUnderTest Create(RawServer server, Tokens tokens, Logs? logs = null) => ClientUnderTest.Create(
        construction,
        options =>
        {
            options.BaseAddress = server.BaseAddress;
            options.AccessTokenProvider = tokens;
        },
        logs);

    private ClientUnderTest Create(RecordingHandler sent, Tokens tokens) => ClientUnderTest.Create(
        construction,
        options =>
        {
            options.AccessTokenProvider = tokens;
            options.TimeProvider = new SkippingClock(options.AttemptTimeout, options.TotalTimeout);
        },
        primaryHandler: sent);

    /// <summary>Responds with these statuses in turn, and records the headers and the responses.</summary>
    private sealed class RecordingHandler(params HttpStatusCode[] statuses) : HttpMessageHandler
    {
        public List<AuthenticationHeaderValue?> Headers { get; } = [];

        public List<RecordedResponse> Responses { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Headers.Add(request.Headers.Authorization);
            Responses.Add(new RecordedResponse(statuses[Responses.Count % statuses.Length]));
            return Task.FromResult<HttpResponseMessage>(Responses[^1]);
        }
    }

    private sealed class RecordedResponse : HttpResponseMessage
    {
        public RecordedResponse(HttpStatusCode status)
            : base(status)
            => Content = new StringContent("{}", Encoding.UTF8, "application/json");

        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }

    private sealed class Tokens(params string[] tokens) : IAccessTokenProvider
    {
        private int _index;

        public List<string> Rejected { get; } = [];

        public int Asked { get; private set; }

        public bool RotatesWhenRejected { get; init; }

        public bool Hangs { get; init; }

        public Exception? Failure { get; init; }

        public void Rotate() => _index = Math.Min(_index + 1, tokens.Length - 1);

        public async ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken)
        {
            Asked++;
            if (Hangs)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return Failure is null ? tokens[_index] : throw Failure;
        }

        public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken)
        {
            Rejected.Add(rejectedToken);
            if (RotatesWhenRejected)
            {
                Rotate();
            }

            return default;
        }
    }
}

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
    }

    [Test]
    public async Task List_after_401_retries_once_with_the_new_token()
    {
        var tokens = new Tokens("old", "new") { RotatesWhenRejected = true };
        await using var server = RawServer.AnsweringWith(async (stream, cancellationToken) =>
            await stream.WriteAsync(tokens.Rejected.Count == 0 ? Unauthenticated : RawResponse.Json(200, "{}"), cancellationToken));
        await using var client = Create(server, tokens);

        await client.Client.OAuthConnections.ListAsync();

        Assert.That(TokensOf(server), Is.EqualTo(new[] { "old", "new" }));
        Assert.That(tokens.Rejected, Is.EqualTo(new[] { "old" }));
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

    private ClientUnderTest Create(RawServer server, Tokens tokens) => ClientUnderTest.Create(construction, options =>
    {
        options.BaseAddress = server.BaseAddress;
        options.AccessTokenProvider = tokens;
    });

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

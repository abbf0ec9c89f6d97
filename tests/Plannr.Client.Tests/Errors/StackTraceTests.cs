namespace Plannr.Client.Tests.Errors;

/// <summary>Tests the stack trace of an exception that a handler of the client throws.</summary>
public sealed class StackTraceTests
{
    [Test]
    public void Exception_of_a_handler_keeps_its_stack_trace()
    {
        using var plannr = new PlannrClient(new PlannrClientOptions { BaseAddress = new Uri("http://127.0.0.1:1"), AccessTokenProvider = new NoTokens() });

        var exception = Assert.ThrowsAsync<PlannrAuthenticationException>(() => plannr.OAuthConnections.ListAsync())!;

        Assert.That(exception.StackTrace, Does.Contain("AuthorizationHandler"));
    }

    private sealed class NoTokens : IAccessTokenProvider
    {
        public ValueTask<string> GetAccessTokenAsync(CancellationToken cancellationToken) => new("");

        public ValueTask OnRejectedAsync(string rejectedToken, CancellationToken cancellationToken) => default;
    }
}

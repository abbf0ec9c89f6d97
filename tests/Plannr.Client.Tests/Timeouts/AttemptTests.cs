using System.Net;
using Plannr.Client.Sending;

namespace Plannr.Client.Tests.Timeouts;

/// <summary>Tests what the handler of an attempt gives to the handlers that stand before it.</summary>
public sealed class AttemptTests
{
    [Test]
    public void Response_whose_body_cannot_be_read_is_disposed()
    {
        var body = new FaultyBody(new HttpRequestException("The connection was reset."));

        Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(body, CancellationToken.None));

        Assert.That(body.IsDisposed, Is.True);
    }

    // HttpClient for .NET Framework passes on the exception of its handlers.
    [Test]
    public async Task Exception_of_a_canceled_attempt_has_the_token_of_its_caller()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        var exception = Assert.CatchAsync<OperationCanceledException>(() => SendAsync(new FaultyBody(new OperationCanceledException()), cancellation.Token))!;

        Assert.That(exception.CancellationToken, Is.EqualTo(cancellation.Token));
    }

    private static async Task SendAsync(FaultyBody body, CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(new AttemptHandler(new PlannrClientOptions()) { InnerHandler = new Responder(body) });
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost/");
        Call.Start(request, TimeProvider.System);
        using var response = await invoker.SendAsync(request, cancellationToken);
    }

    private sealed class Responder(HttpContent body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            => Task.FromResult(new HttpResponseMessage { Content = body });
    }

    /// <summary>A body that cannot be read.</summary>
    /// <param name="fault">The exception that reading it throws.</param>
    private sealed class FaultyBody(Exception fault) : HttpContent
    {
        public bool IsDisposed { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.FromException(fault);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            IsDisposed |= disposing;
            base.Dispose(disposing);
        }
    }
}

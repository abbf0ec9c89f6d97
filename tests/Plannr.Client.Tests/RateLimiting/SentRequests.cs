namespace Plannr.Client.Tests.RateLimiting;

/// <summary>
/// Counts the requests that the client hands over to be sent. A call that does not wait reaches this handler before its method returns its
/// task, so a test that has seen one do so knows of the next call at once whether it waits. The server cannot tell that: a request that has
/// not arrived may be on its way.
/// </summary>
internal sealed class SentRequests() : DelegatingHandler(new SocketsHttpHandler())
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return base.SendAsync(request, cancellationToken);
    }
}

namespace Plannr.Client.Tests.RateLimiting;

/// <summary>
/// Counts the requests that reach the innermost handler. A call that does not wait reaches it before the method returns its task, so a test
/// can check immediately whether a call waits. The server cannot tell, because a request that has not arrived may still be on its way.
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

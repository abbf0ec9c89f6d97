namespace Plannr.Benchmarks.Peers;

/// <summary>The connections of a peer, the same for all: without redirects and cookies, which an API has no use for.</summary>
internal static class PeerHandler
{
    public static HttpMessageHandler Create() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
}

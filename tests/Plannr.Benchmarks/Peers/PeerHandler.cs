namespace Plannr.Benchmarks.Peers;

/// <summary>The handler of all peers. It has no redirects and cookies, which the API does not use.</summary>
internal static class PeerHandler
{
    public static HttpMessageHandler Create() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
}

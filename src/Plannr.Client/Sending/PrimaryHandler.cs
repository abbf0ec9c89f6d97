using System.Net;

namespace Plannr.Client.Sending;

/// <summary>The handler that holds the connections. No redirects: a redirected PUT would arrive without its token. No cookies: none is the API's.</summary>
internal static class PrimaryHandler
{
    // Long enough to reuse connections, short enough to follow a change of the DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

#if NET
    public static HttpMessageHandler Create(PlannrClientOptions options) => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = options.Timeout,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#else
    public static HttpMessageHandler Create(PlannrClientOptions options)
    {
        if (options.BaseAddress is { } address)
        {
            // What .NET Framework has for a connection's lifetime; elsewhere it has no effect.
            ServicePointManager.FindServicePoint(address).ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
        }

        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        };
    }
#endif
}

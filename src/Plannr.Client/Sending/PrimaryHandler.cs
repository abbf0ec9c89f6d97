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
        ConnectTimeout = options.AttemptTimeout,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = ConnectionLifetime,
    };
#else
    public static HttpMessageHandler Create(PlannrClientOptions options) => new ServicePointHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        // .NET's default. .NET Framework 4.7.1 and later take it from here, where their default is 2.
        MaxConnectionsPerServer = int.MaxValue,
    };

    /// <summary>
    /// Sets what .NET Framework keeps in the service point of a host: the lifetime of its connections and, before 4.7.1, their
    /// maximum number. An idle service point is replaced by a new one with the defaults, so each request sets it again. On .NET
    /// it has no effect.
    /// </summary>
    private sealed class ServicePointHandler : HttpClientHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var servicePoint = ServicePointManager.FindServicePoint(request.RequestUri);
            servicePoint.ConnectionLeaseTimeout = (int)ConnectionLifetime.TotalMilliseconds;
            servicePoint.ConnectionLimit = int.MaxValue;
            return base.SendAsync(request, cancellationToken);
        }
    }
#endif
}

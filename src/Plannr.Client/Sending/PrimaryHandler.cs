using System.Net;

namespace Plannr.Client.Sending;

/// <summary>
/// Creates the handler that manages the connections. It does not follow redirects, because .NET removes the access token from redirected
/// requests, and does not use cookies, because the API sends none.
/// </summary>
internal static class PrimaryHandler
{
    // Long enough to reuse connections, and short enough to notice DNS changes.
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
        // The default of .NET. The default of .NET Framework is 2, and versions from 4.7.1 on read this property.
        MaxConnectionsPerServer = int.MaxValue,
    };

    /// <summary>
    /// Sets the connection settings that .NET Framework reads from the service point of a host: the lifetime of connections and, before
    /// version 4.7.1, their maximum number. .NET Framework replaces an idle service point with a new one that has the default settings,
    /// so each request sets them again. On .NET, this handler has no effect.
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

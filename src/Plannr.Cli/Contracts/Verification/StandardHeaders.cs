namespace Plannr.Cli.Contracts.Verification;

/// <summary>
/// The headers that a response may have although the contract does not document them: headers of HTTP, of browsers, and of proxies
/// between the API and its callers.
/// </summary>
internal static class StandardHeaders
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // HTTP (RFC 9110 to 9114 and their extensions).
        "Accept-Ranges", "Age", "Allow", "Alt-Svc", "Cache-Control", "Connection", "Date", "ETag", "Expires", "Keep-Alive", "Last-Modified", "Link",
        "Location", "Pragma", "Proxy-Authenticate", "Proxy-Connection", "Retry-After", "Server", "Server-Timing", "Set-Cookie", "Trailer",
        "Transfer-Encoding", "Upgrade", "Vary", "Via", "Warning", "WWW-Authenticate",
        // Browsers: security, reports, isolation.
        "Clear-Site-Data", "Expect-CT", "NEL", "Permissions-Policy", "Referrer-Policy", "Report-To", "Reporting-Endpoints",
        "Strict-Transport-Security", "Timing-Allow-Origin", "X-Content-Type-Options", "X-DNS-Prefetch-Control", "X-Download-Options",
        "X-Frame-Options", "X-Permitted-Cross-Domain-Policies", "X-Robots-Tag", "X-XSS-Protection",
        // Frameworks, load balancers and caches.
        "Request-Id", "Traceparent", "Tracestate", "X-Correlation-Id", "X-Powered-By", "X-Request-Id", "X-Runtime", "X-Served-By", "X-Timer",
        "X-Varnish",
    };

    private static readonly string[] Prefixes = ["Access-Control-", "CF-", "Content-", "Cross-Origin-", "X-Amz-", "X-Amzn-", "X-Cache", "X-Envoy-"];

    public static bool Contain(string name) => Names.Contains(name) || Array.Exists(Prefixes, p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}

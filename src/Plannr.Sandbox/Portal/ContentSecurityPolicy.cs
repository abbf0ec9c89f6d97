namespace Plannr.Sandbox.Portal;

/// <summary>What a page of the portal may load and where it may connect to: this server, and nothing else.</summary>
internal static class ContentSecurityPolicy
{
    /// <param name="response">The page's response.</param>
    /// <param name="nonce">What the page's own scripts carry.</param>
    public static void Apply(HttpResponse response, string nonce)
    {
        response.Headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'self'",
            $"script-src 'self' 'nonce-{nonce}'",
            // Scalar sets styles from its script.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

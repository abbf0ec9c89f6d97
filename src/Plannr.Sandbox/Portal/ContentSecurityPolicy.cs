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

    /// <summary>Applies the policy of a page that has a form and no script.</summary>
    /// <param name="response">The page's response.</param>
    /// <param name="nonce">The nonce of the page's style.</param>
    public static void ApplyToForm(HttpResponse response, string nonce)
    {
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        // With "no-referrer", a browser would send the form with "Origin: null", which is refused.
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>Applies the policy of the page that controls the sandbox, whose script and style are files of their own.</summary>
    public static void ApplyToSandbox(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

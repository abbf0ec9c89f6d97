namespace Plannr.Sandbox.Portal;

/// <summary>Limits the pages of the portal to this server, for loading and for connections.</summary>
internal static class ContentSecurityPolicy
{
    /// <summary>Applies the policy of a page with scripts.</summary>
    /// <param name="response">The page's response.</param>
    /// <param name="nonce">The nonce of the page's scripts.</param>
    public static void Apply(HttpResponse response, string nonce)
    {
        response.Headers.ContentSecurityPolicy = string.Join("; ",
            "default-src 'self'",
            $"script-src 'self' 'nonce-{nonce}'",
            // Scalar's script sets inline styles.
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

    /// <summary>Applies the policy of a page with a form and without scripts.</summary>
    /// <param name="response">The page's response.</param>
    /// <param name="nonce">The nonce of the page's style.</param>
    public static void ApplyToForm(HttpResponse response, string nonce)
    {
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'nonce-{nonce}'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        // With "no-referrer", browsers would send the form with "Origin: null", which is rejected.
        response.Headers["Referrer-Policy"] = "same-origin";
    }

    /// <summary>Applies the policy of the page that controls the sandbox. Its script and its style are separate files.</summary>
    public static void ApplyToSandbox(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}

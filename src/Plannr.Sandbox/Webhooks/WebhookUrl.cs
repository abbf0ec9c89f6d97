using System.Diagnostics.CodeAnalysis;

namespace Plannr.Sandbox.Webhooks;

/// <summary>Reads the URL of a webhook subscription. The contract's <c>format: uri</c> also allows other schemes, and paths of files.</summary>
internal static class WebhookUrl
{
    public const string Expected = "must be an absolute URL with the scheme http or https";

    /// <returns>Whether webhooks can be sent to the URL.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? url)
        => Uri.TryCreate(text, UriKind.Absolute, out url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
